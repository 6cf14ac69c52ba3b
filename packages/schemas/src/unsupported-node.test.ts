import { describe, expect, it } from 'vitest';

import { unsupportedNode } from './unsupported-node.ts';

const node = (version: string, others: Readonly<Record<string, string>> = { uv: '1.51.0', v8: '12.4' }) =>
  unsupportedNode({ versions: { node: version, ...others } });

describe('a Node', () => {
  it.each(['14.21.3', '20.20.2', '22.0.0', '22.12.0', '22.18.9', '21.99.0', '9.11.2'])(
    'that is too old is named with the one that is needed: %s',
    (version) => expect(node(version)).toBe(`Node ${version} is too old: Node 22.19 or newer is needed`),
  );

  it.each([
    '22.19.0',
    '22.19.0-nightly20260101',
    '22.20.1',
    '23.0.0',
    '24.21.0',
    '26.0.0',
    '100.0.0',
    process.versions.node,
  ])('that is new enough is not: %s', (version) => expect(node(version)).toBeUndefined());

  it('is this one where nothing else is said', () => {
    expect(unsupportedNode()).toBeUndefined();
    expect(unsupportedNode(undefined, '999')).toBe(
      `Node ${process.versions.node} is too old: Node 999 or newer is needed`,
    );
  });
});

describe('what only looks like an old Node', () => {
  it.each([
    ['Bun', { uv: '1.48.0', v8: '12.4', bun: '1.4.0' }],
    ['Deno', { uv: '1.43.0', v8: '14.0', deno: '2.6.0' }],
    ['a worker', {}],
  ])('is none of ours to judge: %s', (_, others) => expect(node('20.11.0', others)).toBeUndefined());

  it('is not a runtime at all: a page in a browser', () => {
    expect(unsupportedNode({})).toBeUndefined();
    expect(unsupportedNode({ versions: {} })).toBeUndefined();
  });
});
