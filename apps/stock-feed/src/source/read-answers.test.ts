import { expect, test } from 'vitest';

import { readServerTime, readStockRow } from './read-answers.ts';

const depot = { warehouseID: 1, name: 'Depot', isOffline: false };
const read = (amounts: object) =>
  readStockRow({ productID: 7, amountInStock: 1, amountReserved: 0, ...amounts }, depot);

test('an amount is taken as it is, to the last that can be counted in millionths', () => {
  expect(read({ amountInStock: -9_007_199_254, amountReserved: 0.000001 })).toEqual({
    productID: 7,
    amountInStock: -9_007_199_254,
    amountReserved: 0.000001,
  });
});

test.each([undefined, null, ''])('a missing amount is not zero: %s', (sent) => {
  expect(() => read({ amountReserved: sent })).toThrow('amountReserved of product 7 in Depot is missing');
});

test.each(['5', true, {}, Number.NaN])('an amount that is not a number is refused: %s', (sent) => {
  expect(() => read({ amountInStock: sent })).toThrow('amountInStock of product 7 in Depot is not a number');
});

test.each([Number.POSITIVE_INFINITY, 9_007_199_255, 1e300])(
  'an amount that cannot be exact is refused: %s',
  (sent) => {
    expect(() => read({ amountInStock: sent })).toThrow('is beyond 9,007,199,254');
  },
);

test('a warehouse without a name is called by its ID', () => {
  expect(() =>
    readStockRow({ productID: 7, amountInStock: '', amountReserved: 0 }, { ...depot, name: ' ' }),
  ).toThrow('amountInStock of product 7 in warehouse 1 is missing');
});

test.each([undefined, 0, -1, '1700000000', Number.NaN, 1e13])(
  'an answer that does not say its time is refused: %s',
  (sent) => {
    expect(() => readServerTime(sent)).toThrow('Erply did not say what time it is (requestUnixTime)');
    expect(readServerTime(1_700_000_000)).toBe(1_700_000_000);
  },
);
