import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { ItemSet } from './item-set.ts';

const step = fc.record({
  warehouse: fc.integer({ min: 0, max: 3 }),
  productID: fc.oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 1000, max: 1050 }),
    fc.constant(2_000_000_000),
  ),
  adds: fc.constantFrom(true, true, false),
});

test('it counts like a set of pairs', () => {
  const countsAlike = fc.property(fc.array(step, { maxLength: 500, size: 'max' }), (steps) => {
    const items = new ItemSet();
    const pairs = new Set<string>();
    for (const { warehouse, productID, adds } of steps) {
      const pair = `${warehouse} ${productID}`;
      if (adds) expect(items.add(warehouse, productID)).toBe(!pairs.has(pair));
      else items.delete(warehouse, productID);
      if (adds) pairs.add(pair);
      else pairs.delete(pair);
      const inWarehouse = [...pairs].filter((one) => one.startsWith(`${warehouse} `));
      expect(items.sizes().get(warehouse) ?? 0).toBe(inWarehouse.length);
    }
  });
  fc.assert(countsAlike, propertyRun(40));
});

test('a product can leave all warehouses at once', () => {
  const items = new ItemSet();
  for (const warehouse of [1, 2]) for (const productID of [5, 6]) items.add(warehouse, productID);
  items.deleteEverywhere(5);
  expect([...items.sizes()]).toEqual([
    [1, 1],
    [2, 1],
  ]);
});
