import { expect, test } from 'vitest';

import { compareFeedRows } from './compare-feed.ts';

const product = { productID: 1, type: 'PRODUCT', status: 'ACTIVE', nonStockProduct: 0, code: 'A', code2: '' };
const shop = {
  warehouses: new Map([['1', { warehouseID: 1, isOfflineInventory: 0 }]]),
  products: new Map([['1', product]]),
  stock: new Map([['1/1', { amountInStock: 5, amountReserved: 2 }]]),
};
const row = { productID: 1, warehouseID: 1, available: 3, code: 'A', code2: '' };

test('what is reserved cannot be sold', () => {
  expect(compareFeedRows(shop, 'feed', [row])).toEqual([]);
  expect(compareFeedRows(shop, 'feed', [{ ...row, available: 5 }])).toEqual([
    { table: 'feed', id: '1/1', field: 'available', shop: 3, copy: 5 },
  ]);
});

test('an item that is in it twice is refused, even when both rows are right', () => {
  expect(() => compareFeedRows(shop, 'feed', [row, row])).toThrow('feed has 1 rows too many');
});
