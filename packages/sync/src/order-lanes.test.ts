import { expect, test } from 'vitest';

import { productGroups } from './lanes/product-groups.ts';
import { products } from './lanes/products.ts';
import { stock } from './lanes/stock.ts';
import { warehouses } from './lanes/warehouses.ts';
import { orderLanes } from './order-lanes.ts';

test('lanes run behind those they need, however they are named', () => {
  const names = orderLanes([stock, products, productGroups, warehouses]).map(({ name }) => name);
  expect(names).toEqual(['productGroups', 'products', 'warehouses', 'stock']);
});

test('a lane that was not asked for holds nothing up', () => {
  expect(orderLanes([stock])).toEqual([stock]);
});
