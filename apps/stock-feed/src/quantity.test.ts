import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { shownQuantity } from './availability-rule.ts';
import { availableMillionths, type NegativePolicy } from './quantity.ts';

const feedQuantity = (millionths: number, negative: NegativePolicy) =>
  shownQuantity(millionths, { negative });
const available = (amountInStock: number, amountReserved = 0) =>
  availableMillionths({ amountInStock, amountReserved });

test('what is reserved is not available', () => {
  expect(feedQuantity(available(5, 2), 'keep')).toBe(3);
});

test('sums carry no binary noise', () => {
  expect(feedQuantity(available(0.1) + available(0.2), 'keep')).toBe(0.3);
});

test('less than nothing is kept or becomes zero, as the policy says', () => {
  expect([feedQuantity(available(1, 3), 'keep'), feedQuantity(available(1, 3), 'zero')]).toEqual([-2, 0]);
});

test('zero has no sign', () => {
  expect(Object.is(feedQuantity(available(-0.0000001), 'keep'), 0)).toBe(true);
});

test('a quantity is printed without an exponent and with at most six decimals', () => {
  const amounts = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, decimals]) => digits / 10 ** decimals);
  const isPlain = fc.property(amounts, (amount) => {
    expect(String(feedQuantity(available(amount), 'keep'))).toMatch(/^-?\d+(\.\d{1,6})?$/);
  });
  fc.assert(isPlain, propertyRun(500));
});
