import { expect, test } from 'vitest';

import { compareTables, describeDifferences } from './compare.ts';

const table = (records: Record<string, object>) =>
  new Map(Object.entries(records).map(([id, record]) => [id, { ...record }]));

test('two tables that are alike have no difference, whatever their order', () => {
  const shop = table({ 1: { name: 'a', price: 0 }, 2: { name: 'b' } });
  const copy = table({ 2: { name: 'b' }, 1: { price: 0, name: 'a' } });
  expect(compareTables('products', shop, copy)).toEqual([]);
});

test.each([
  ['a value', { name: 'b', price: 5 }, { field: 'name', shop: 'a', copy: 'b' }],
  ['nothing', { name: 'a' }, { field: 'price', shop: 5, copy: undefined }],
  ['a field of its own', { name: 'a', price: 5, more: 1 }, { field: 'more', shop: undefined, copy: 1 }],
])('%s that differs is found', (_, copy, difference) => {
  const shop = table({ 7: { name: 'a', price: 5 } });
  const found = compareTables('products', shop, table({ 7: copy }));
  expect(found).toContainEqual({ table: 'products', id: '7', ...difference });
});

test('records that only one of them has are found on both sides', () => {
  const found = compareTables('products', table({ 1: {}, 2: {} }), table({ 2: {}, 3: {} }));
  expect(found).toEqual([
    { table: 'products', id: '1', field: '(record)', shop: 'there', copy: 'missing' },
    { table: 'products', id: '3', field: '(record)', shop: 'missing', copy: 'there' },
  ]);
});

test('the first ten are listed, and how many more there are', () => {
  const shop = table(
    Object.fromEntries(Array.from({ length: 12 }, (_, id) => [id, { name: 'x'.repeat(99) }])),
  );
  const lines = describeDifferences(compareTables('products', shop, new Map())).split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('  products 0 (record): shop "there", copy "missing"');
  expect(lines[10]).toBe('  and 2 more');
});
