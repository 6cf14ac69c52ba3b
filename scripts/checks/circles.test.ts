import { expect, test } from 'vitest';

import { circlesOf } from './circles.ts';

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

test('a circle is found once, whichever of its files is looked at first', () => {
  expect(circlesOf(graph({ c: ['a'], a: ['b'], b: ['c'], d: ['a'] }))).toEqual([['a', 'b', 'c']]);
});

test('two circles through one file are two', () => {
  expect(circlesOf(graph({ a: ['b', 'c'], b: ['a'], c: ['a'] }))).toEqual([
    ['a', 'b'],
    ['a', 'c'],
  ]);
});

test('two ways to the same file are not a circle', () => {
  expect(circlesOf(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
});
