import { expect, test } from 'vitest';

import { StockTable } from './stock-table.ts';

test('what was added to a column comes together', () => {
  const table = new StockTable(1);
  table.add(0, 5, 2);
  table.add(0, 5, -3);
  expect(table.get(0, 5)).toBe(-1);
});

test('nothing is not zero', () => {
  const table = new StockTable(2);
  table.add(0, 5, 0);
  expect([table.get(0, 5), table.get(1, 5), table.get(0, 6), table.has(6)]).toEqual([
    0,
    undefined,
    undefined,
    false,
  ]);
});

test('it keeps its values while it grows', () => {
  const table = new StockTable(2);
  for (let id = 5000; id > 0; id--) table.add(id % 2, id, id * 10);
  expect(table.size).toBe(5000);
  expect(table.productIDs()).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
  expect(table.productIDs().every((id) => table.get(id % 2, id) === id * 10)).toBe(true);
});
