import { expect, test } from 'vitest';

import { changeShop } from './change-shop.ts';
import { openCopy } from './copy-shop.ts';
import { createFuse, fusedSink, fusedTransport } from './fuse.ts';
import { readCopy } from './read-copy.ts';
import { cases, firstSeed, seededRandom } from './seeded-random.ts';
import { openTestShop, readShop } from './test-shop.ts';

/** Runs that are killed at random, of a shop that changes at every request, and then one that is left alone. */
async function liveThrough(seed: number) {
  const random = seededRandom(seed);
  const shop = openTestShop();
  const copy = openCopy(shop);
  const somethingHappens = () => {
    if (random() < 0.5) changeShop(shop, random, 1 + Math.floor(random() * 3));
  };
  for (let runs = Math.floor(random() * 4); runs >= 0; runs -= 1) {
    const fuse = createFuse(1 + Math.floor(random() * 90));
    const transport = fusedTransport(shop.transport, fuse, somethingHappens);
    const options = {
      sink: fusedSink(copy.sink, fuse),
      full: random() < 0.2,
      confirmDeletions: true,
      stockChunkRows: 7,
    };
    await copy.run({ transport, ...options }).catch((error) => {
      if (!fuse.isBlown) throw error;
    });
  }
  await copy.run({ confirmDeletions: true });
  return { copied: readCopy(copy.sink), held: await readShop(shop) };
}

test('whatever happened before, a run that is left alone ends with an equal copy', async () => {
  for (let seed = firstSeed; seed < firstSeed + cases(5); seed += 1) {
    const { copied, held } = await liveThrough(seed);
    expect(copied, `PROPERTY_SEED=${seed}`).toEqual(held);
  }
});
