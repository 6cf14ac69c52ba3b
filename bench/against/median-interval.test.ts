import { expect, test } from 'vitest';

import { medianInterval } from './median-interval.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

// Ranks and confidences as tables of the sign test give them.
test.each([
  [6, 1, 6, 0.96875],
  [8, 1, 8, 0.9921875],
  [9, 2, 8, 0.9609375],
  [12, 3, 10, 0.961426],
  [15, 4, 12, 0.964844],
  [20, 6, 15, 0.958611],
  [25, 8, 18, 0.956715],
])('of %i values it reaches from number %i to number %i', (count, low, high, confidence) => {
  const interval = medianInterval(upTo(count).toReversed());
  expect(interval).toEqual({ low, high, confidence: expect.closeTo(confidence, 5) });
});

test('five values are refused', () => {
  expect(() => medianInterval(upTo(5))).toThrow('5 values are too few, at least 6');
});

test('one wild value does not widen it', () => {
  const { low, high } = medianInterval([1, 1, 1, 1, 1, 1, 1, 1, 1, 900]);
  expect([low, high]).toEqual([1, 1]);
});
