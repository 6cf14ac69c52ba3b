import { expect, test } from 'vitest';

import { forSeeds } from '../test/seeded.ts';
import { ItemSet } from './item-set.ts';

test('it counts like a set of pairs', async () => {
  await forSeeds(20, (random) => {
    const items = new ItemSet();
    const pairs = new Set<string>();
    for (let step = 0; step < 500; step++) {
      const warehouse = random.whole(0, 3);
      const productID = random.pick([random.whole(0, 40), random.whole(1000, 1050), 2_000_000_000]);
      const adds = random.whole(0, 2) > 0;
      const pair = `${warehouse} ${productID}`;
      if (adds) expect(items.add(warehouse, productID)).toBe(!pairs.has(pair));
      else items.delete(warehouse, productID);
      if (adds) pairs.add(pair);
      else pairs.delete(pair);
      const inWarehouse = [...pairs].filter((one) => one.startsWith(`${warehouse} `));
      expect(items.sizes().get(warehouse) ?? 0).toBe(inWarehouse.length);
    }
  });
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
