import { describe, expect, it } from 'vitest';

import { outlineOf } from './json-outline.ts';

describe('the outline of a JSON text', () => {
  it.each([
    ['1', 0, []],
    ['[1,[2]]', 2, []],
    ['{"2":{"a":1},"1":[{}],"2":3}', 3, ['"2"', '"1"', '"2"']],
    [String.raw`{"a\"{:":"]}[{\\","b" :1}`, 1, [String.raw`"a\"{:"`, '"b"']],
    ['{"a":"x', 1, ['"a"']],
  ])('of %s is its depth and its outermost keys', (json, depth, keys) => {
    expect(outlineOf(json)).toEqual({ depth, keys });
  });

  it('is found however long a text in it is', () => {
    expect(outlineOf(`["${'x'.repeat(15_000_000)}"]`).depth).toBe(1);
    expect(outlineOf(`["${String.raw`\\\"`.repeat(1_000_000)}"]`).depth).toBe(1);
  });
});
