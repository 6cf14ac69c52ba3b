import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { type AvailabilityRule, shownQuantity } from './availability-rule.ts';

const shown = (quantity: number, rule: Partial<AvailabilityRule>) =>
  shownQuantity(Math.round(quantity * 1e6), { negative: 'zero', ...rule });

test.each<[there: number, rule: Partial<AvailabilityRule>, shown: number]>([
  [5, {}, 5],
  [5, { reserve: { quantity: 2 } }, 3],
  [2, { reserve: { quantity: 2 } }, 0],
  [1, { reserve: { quantity: 2 } }, 0],
  [1.5, { reserve: { quantity: 0.25 } }, 1.25],
  [0.3, { reserve: { quantity: 0.1 } }, 0.2],
  [30, { reserve: { percent: 10 } }, 27],
  // A share of whole pieces is kept back in whole pieces.
  [5, { reserve: { percent: 10 } }, 4],
  [1, { reserve: { percent: 1 } }, 0],
  [5.5, { reserve: { percent: 10 } }, 4.95],
  [5, { reserve: { percent: 0 } }, 5],
  [5, { reserve: { percent: 100 } }, 0],
  [2, { minimum: 3 }, 0],
  [3, { minimum: 3 }, 3],
  [2.999999, { minimum: 3 }, 0],
  // What is kept back goes off first.
  [4, { reserve: { quantity: 2 }, minimum: 3 }, 0],
  [50, { maximum: 10 }, 10],
  [10, { maximum: 10 }, 10],
  [12, { reserve: { quantity: 2 }, minimum: 3, maximum: 5 }, 5],
  [50, { maximum: 0 }, 0],
  [0, { reserve: { quantity: 2 }, minimum: 3, maximum: 5 }, 0],
  // Less than nothing is not made less, and a minimum does not hide it.
  [-3, { negative: 'keep', reserve: { quantity: 2 }, minimum: 1, maximum: 5 }, -3],
  [-3, { negative: 'zero', reserve: { quantity: 2 } }, 0],
  [1, { negative: 'keep', reserve: { quantity: 2 } }, 0],
  [9_007_199_254, { reserve: { percent: 50 } }, 4_503_599_627],
])('of %d, with %o, %d are shown', (there, rule, expected) => {
  expect(shown(there, rule)).toBe(expected);
});

test('no rule shows more than there is, less than nothing of something, or more than six decimals', () => {
  const quantity = fc.integer({ min: -1e12, max: 1e12 });
  const amount = fc.integer({ min: 0, max: 1e9 }).map((millionths) => millionths / 1e6);
  const reserve = fc.oneof(
    amount.map((one) => ({ quantity: one })),
    fc.integer({ min: 0, max: 100 }).map((percent) => ({ percent })),
  );
  const rule = fc.record(
    {
      negative: fc.constantFrom('zero' as const, 'keep' as const),
      reserve,
      minimum: amount,
      maximum: amount,
    },
    { requiredKeys: ['negative'] },
  );
  const holds = fc.property(quantity, rule, (millionths, one) => {
    const value = shownQuantity(millionths, one);
    expect(value).toBeLessThanOrEqual(Math.max(0, millionths) / 1e6);
    expect(value).toBeGreaterThanOrEqual(Math.min(0, millionths) / 1e6);
    expect(String(value)).toMatch(/^-?\d+(\.\d{1,6})?$/);
  });
  fc.assert(holds, propertyRun(500));
});
