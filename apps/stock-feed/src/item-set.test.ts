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
      if (adds) items.add(place, productID);
      else items.delete(place, productID);
      if (adds) pairs.add(`${place} ${productID}`);
      else pairs.delete(`${place} ${productID}`);
      expect(items.size).toBe(pairs.size);
    }
  });
});
