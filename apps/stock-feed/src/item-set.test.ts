import { expect, test } from 'vitest';

import { forSeeds } from '../test/seeded.ts';
import { ItemSet } from './item-set.ts';

test('it counts like a set of pairs', async () => {
  await forSeeds(20, (random) => {
    const items = new ItemSet();
    const pairs = new Set<string>();
    for (let step = 0; step < 500; step++) {
      const place = random.whole(0, 3);
      const productID = random.pick([random.whole(0, 40), random.whole(1000, 1050), 2_000_000_000]);
      const adds = random.whole(0, 2) > 0;
      const pair = `${place} ${productID}`;
      if (adds) expect(items.add(place, productID)).toBe(!pairs.has(pair));
      else items.delete(place, productID);
      if (adds) pairs.add(pair);
      else pairs.delete(pair);
      const inPlace = [...pairs].filter((one) => one.startsWith(`${place} `));
      expect(items.sizes().get(place) ?? 0).toBe(inPlace.length);
    }
  });
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
