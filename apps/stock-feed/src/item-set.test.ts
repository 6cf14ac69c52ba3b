import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { ItemSet } from './item-set.ts';

const step = fc.record({
  place: fc.integer({ min: 0, max: 3 }),
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
    for (const { place, productID, adds } of steps) {
      const pair = `${place} ${productID}`;
      if (adds) expect(items.add(place, productID)).toBe(!pairs.has(pair));
      else items.delete(place, productID);
      if (adds) pairs.add(pair);
      else pairs.delete(pair);
      const inPlace = [...pairs].filter((one) => one.startsWith(`${place} `));
      expect(items.sizes().get(place) ?? 0).toBe(inPlace.length);
    }
  });
  fc.assert(countsAlike, propertyRun(40));
});

test('a product can leave all places at once', () => {
  const items = new ItemSet();
  for (const place of [1, 2]) for (const productID of [5, 6]) items.add(place, productID);
  items.deleteEverywhere(5);
  expect([...items.sizes()]).toEqual([
    [1, 1],
    [2, 1],
  ]);
});
