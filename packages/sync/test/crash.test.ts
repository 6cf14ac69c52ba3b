import fc from 'fast-check';
import { expect, test } from 'vitest';

import { caseCount, propertyRun, propertySeed, randomOf } from '@erply-kit/tooling/property';

import { runLanes } from '../src/run-lanes.ts';
import { createMemorySink, type MemorySink } from '../src/testing/memory-sink.ts';
import { changeShop } from './change-shop.ts';
import { createFuse, type Fuse, fusedSink, fusedTransport } from './fuse.ts';
import { mainLanes } from './main-lanes.ts';
import { readCopy } from './read-copy.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

const clock = { now: () => Date.now() };
const never = createFuse(Number.POSITIVE_INFINITY);

async function run(
  shop: TestShop,
  sink: MemorySink,
  { fuse = never, full = false }: { fuse?: Fuse; full?: boolean } = {},
) {
  const transport = fusedTransport(shop.transport, fuse);
  await using client = shop.connect({ transport, retry: { attempts: 1 } });
  await runLanes({
    client,
    sink: fusedSink(sink, fuse),
    clock,
    full,
    confirmDeletions: true,
    lanes: mainLanes,
  });
}

/** Runs until the fuse blows; false when the run got to its end before. */
async function runUntilKilled(
  shop: TestShop,
  sink: MemorySink,
  { fuse, full }: { fuse: Fuse; full: boolean },
) {
  await run(shop, sink, { fuse, full }).catch((error) => {
    if (!fuse.isBlown) throw error;
  });
  return fuse.isBlown;
}

const scenarios = [
  { name: 'a first import', isFirst: true, full: false },
  { name: 'an import of changes', isFirst: false, full: false },
  { name: 'a full import of a changed shop', isFirst: false, full: true },
];

// Every await in `pnpm test:deep`; else one in sixty, others each time.
const stride = Math.max(1, Math.round(60 / caseCount(1)));

for (const { name, isFirst, full } of scenarios) {
  test(`${name} that is killed at any await is finished by the next run`, async () => {
    let isOver = false;
    for (let point = 1 + (propertySeed % stride); !isOver; point += stride) {
      const endsEqual = fc.asyncProperty(fc.constant(point), fc.gen(), async (at, gen) => {
        const random = randomOf(gen);
        const shop = openTestShop();
        const sink = createMemorySink();
        if (!isFirst) {
          await run(shop, sink);
          changeShop(shop, random, 20);
        }
        isOver = !(await runUntilKilled(shop, sink, { fuse: createFuse(at), full }));
        if (isOver) return;
        changeShop(shop, random, 5);
        await run(shop, sink);
        expect(readCopy(sink)).toEqual(await readShop(shop));
      });
      // The same changes each time, so that all points are of one run.
      await fc.assert(endsEqual, { ...propertyRun(1), numRuns: 1 });
    }
  });
}
