import { expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { createAnswerSizes } from './answer-sizes.ts';
import { pack } from './pack.ts';

const byBytes = (bytes: readonly number[], maxBytes: number) =>
  pack(bytes, { maxBytes, expectedBytes: (one) => one });

it('packs by a hundred, in order', () => {
  const numbers = Array.from({ length: 250 }, (_, index) => index);
  const packs = pack(numbers, { maxBytes: 1e9, expectedBytes: () => 1 });
  expect(packs.map((one) => one.length)).toEqual([100, 100, 50]);
  expect(packs.flat()).toEqual(numbers);
});

it('packs by expected bytes, and lets something bigger go alone', () => {
  expect(byBytes([4, 4, 4, 30, 1, 9, 1], 10)).toEqual([[4, 4], [4], [30], [1, 9], [1]]);
});

it('makes nothing of nothing', () => {
  expect(byBytes([], 10)).toEqual([]);
});

it('expects of a paged call what its records have taken, times the page', () => {
  const sizes = createAnswerSizes();
  sizes.learn(calls.getProducts, { records: 10, bytes: 20_000 });
  expect(sizes.expect(calls.getProducts, {})).toBe(20 * 2000);
  expect(sizes.expect(calls.getProducts, { recordsOnPage: 500 })).toBe(500 * 2000);
  expect(sizes.expect(calls.getProducts, { recordsOnPage: 9999 })).toBe(1000 * 2000);
});

it('expects of another call what its answer has taken before', () => {
  const sizes = createAnswerSizes();
  expect(sizes.expect(calls.getWarehouses, {})).toBeGreaterThan(0);
  sizes.learn(calls.getWarehouses, { records: 3, bytes: 4500 });
  expect(sizes.expect(calls.getWarehouses, {})).toBe(4500);
});
