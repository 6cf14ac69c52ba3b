import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { changeShop } from './change-shop.ts';
import { openCopy } from './copy-shop.ts';
import { createFuse, fusedSink, fusedTransport } from './fuse.ts';
import { readCopy } from './read-copy.ts';
import { openTestShop, readShop } from './test-shop.ts';

/** Runs that are killed at random, of a shop that changes at every request, and then one that is left alone. */
async function liveThrough(random: Random) {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const somethingHappens = () => {
    if (random.chance(0.5)) changeShop(shop, random, random.whole(1, 3));
  };
  for (let runs = random.whole(0, 3); runs >= 0; runs -= 1) {
    const fuse = createFuse(random.whole(1, 90));
    const transport = fusedTransport(shop.transport, fuse, somethingHappens);
    const options = {
      sink: fusedSink(copy.sink, fuse),
      full: random.chance(0.2),
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
  const endsEqual = fc.asyncProperty(fc.gen(), async (gen) => {
    const { copied, held } = await liveThrough(randomOf(gen));
    expect(copied).toEqual(held);
  });
  await fc.assert(endsEqual, propertyRun(5));
});
