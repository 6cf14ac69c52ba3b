import { describe, expect, it } from 'vitest';

import { outlineOf } from './json-outline.ts';

describe('the outline of a JSON text', () => {
  it.each([
    ['1', 0, 0, []],
    ['[1,[2]]', 2, 3, []],
    ['{"2":{"a":1},"1":[{}],"2":3}', 3, 6, ['"2"', '"1"', '"2"']],
    [String.raw`{"a\"{:":"],}[{\\","b" :1}`, 1, 2, [String.raw`"a\"{:"`, '"b"']],
    ['{"a":"x', 1, 1, ['"a"']],
  ])('of %s is its depth, its values and its outermost keys', (json, depth, values, keys) => {
    expect(outlineOf(json)).toEqual({ depth, values, keys });
  });

  it('is that of the beginning where there are more values than wanted', () => {
    expect(outlineOf('['.repeat(1000), 10)).toEqual({ depth: 11, values: 11, keys: [] });
    expect(outlineOf('[1,1,1,1]', 4).values).toBe(4);
  });

  it('is found however long a text in it is', () => {
    expect(outlineOf(`["${'x'.repeat(15_000_000)}"]`).depth).toBe(1);
    expect(outlineOf(`["${String.raw`\\\"`.repeat(1_000_000)}"]`).depth).toBe(1);
  });
});
