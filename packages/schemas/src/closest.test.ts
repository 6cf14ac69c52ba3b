import { expect, it } from 'vitest';

import { closest } from './closest.ts';

const names = ['getProducts', 'getProductStock', 'getWarehouses', 'run', 'plan', '--out', 'ERPLY_PASSWORD'];

it.each([
  ['getProduct', 'getProducts'],
  ['GETPRODUCTS', 'getProducts'],
  ['getPorducts', 'getProducts'],
  ['getProductsStock', 'getProductStock'],
  ['getWarehose', 'getWarehouses'],
  ['rnu', 'run'],
  ['--otu', '--out'],
  ['ERPLY_PASWORD', 'ERPLY_PASSWORD'],
])('takes %s for %s', (typed, meant) => {
  expect(closest(typed, names)).toBe(meant);
});

it('makes no more mistakes good than it is told', () => {
  expect(closest('DATABSE_URL', ['DATABASE_URL'], 1)).toBe('DATABASE_URL');
  expect(closest('DATABASE_PORT', ['DATABASE_URL'], 1)).toBeUndefined();
});

it.each(['', 'x', 'go', 'export', 'getCustomers', 'y'.repeat(65)])('does not guess at "%s"', (typed) => {
  expect(closest(typed, names)).toBeUndefined();
});
