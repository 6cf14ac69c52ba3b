import { ErplyError, type Transport } from '@erply-kit/client';
import type { FaultRule } from '@erply-kit/mock';
import type { Random } from '@erply-kit/tooling/property';

import type { Lane } from '../../src/lane.ts';
import { runLanes } from '../../src/run-lanes.ts';
import { createMemorySink, type MemorySink } from '../../src/testing/index.ts';
import { everyLane } from '../every-lane.ts';
import { createFuse, fusedSink, fusedTransport } from '../fuse.ts';
import { tamperedTransport } from '../tampered-transport.ts';
import { Workers } from './change-records.ts';
import { differencesOf } from './compare-copy.ts';
import { initialAmounts } from './initial-amounts.ts';
import { ShopHistory } from './shop-history.ts';
import { openSmallShop, type SmallShop } from './small-shop.ts';
import { type WatchedSink, watchedSink } from './watched-sink.ts';

const daySeconds = 86_400;

/** Answers of the server are clocked wrong by so many seconds, either way: less than what the sync takes for proof. */
const clockSteps = 14;

interface Story {
  readonly random: Random;
  readonly shop: SmallShop;
  readonly lanes: readonly string[];
  readonly history: ShopHistory;
  readonly workers: Workers;
  readonly sink: MemorySink;
  readonly watched: WatchedSink;
}

/**
 * Lets some runs copy a shop in which people work at every request, with faults and kills, and then one that is left
 * alone. Answers in what the copy differs from the shop then.
 */
export async function liveThrough(random: Random): Promise<string[]> {
  const story = await openStory(random);
  const { shop, workers, lanes } = story;
  for (const lane of lanes) {
    for (let count = lane === 'stock' ? 0 : random.whole(2, 12); count > 0; count -= 1) workers.add(lane);
  }
  shop.account.clock.advance('10m');
  for (let runs = random.whole(1, 4); runs > 0; runs -= 1) {
    await runDisturbed(story);
    if (random.chance(0.5)) workers.work(random.whole(1, 6));
    if (random.chance(0.5)) shop.account.clock.advance(random.pick([1, 59, 3600, 2 * daySeconds]));
  }
  shop.account.clearFaults();
  // What came back within the minute before is not told from what goes.
  shop.account.clock.advance(workers.hasBroughtBack ? 80 : random.pick([1, 61, 3600]));
  if (everyLane.some((lane) => isDueDaily(lane, story))) shop.account.clock.advance(daySeconds);
  await run(story, shop.transport, {});
  return differencesOf(story.sink, story.history, lanes);
}

async function openStory(random: Random): Promise<Story> {
  const shop = openSmallShop();
  const names = everyLane.map(({ name }) => name);
  const chosen = new Set([random.pick(names), random.pick(names), random.pick(names)]);
  if (chosen.has('stock')) for (const name of ['warehouses', 'products']) chosen.add(name);
  const lanes = names.filter((name) => chosen.has(name));
  const history = new ShopHistory(shop, await initialAmounts(shop));
  const workers = new Workers(shop, lanes, { history, random });
  const sink = createMemorySink();
  return { random, shop, lanes, history, workers, sink, watched: watchedSink(sink, history) };
}

async function runDisturbed(story: Story): Promise<void> {
  const { random, shop, workers, watched } = story;
  for (let faults = random.whole(0, 2); faults > 0; faults -= 1) shop.account.addFault(someFault(random));
  for (let more = random.whole(0, 3); more > 0; more -= 1) shop.account.addFault(workers.mutation());
  const fuse = createFuse(random.chance(0.6) ? random.whole(1, 60) : Number.POSITIVE_INFINITY);
  const busy = random.pick([0, 0.2, 0.6]);
  const somethingHappens = () => {
    if (random.chance(busy)) workers.work(random.whole(1, 3));
  };
  const transport = fusedTransport(misclocked(shop, random), fuse, somethingHappens);
  await run(story, transport, { full: random.chance(0.2), sink: fusedSink(watched, fuse) }).catch((error) => {
    if (!fuse.isBlown && !(error instanceof ErplyError)) throw error;
  });
  shop.account.clearFaults();
}

/** Whether only a full read, which is due once a day, shows what has happened to the records of a lane. */
function isDueDaily(lane: Lane, { lanes, workers }: Story): boolean {
  if (lane.kind === 'stock' || !lanes.includes(lane.name)) return false;
  return lane.deletions.from === 'fullRead' && (!lane.changes || workers.hasRemoved.has(lane.name));
}

interface Settings {
  readonly full?: boolean;
  readonly sink?: WatchedSink | ReturnType<typeof fusedSink>;
}

async function run({ random, shop, lanes, watched }: Story, transport: Transport, settings: Settings) {
  watched.begin();
  await using client = shop.connect({
    ...{ transport, pageSize: random.whole(2, 9), attempts: random.whole(1, 3) },
  });
  const { full = false, sink = watched } = settings;
  return await runLanes({
    ...{ client, full, clock: shop, stockChunkRows: random.whole(1, 9) },
    sink: sink as WatchedSink,
    lanes: everyLane.filter(({ name }) => lanes.includes(name)),
  });
}

function misclocked({ transport }: SmallShop, random: Random): Transport {
  const isSteady = random.chance(0.5);
  return tamperedTransport(transport, {
    answer: (text) =>
      isSteady
        ? text
        : text.replace(
            /"requestUnixTime":(\d+)/g,
            (_, now) => `"requestUnixTime":${Number(now) + random.whole(-clockSteps, clockSteps)}`,
          ),
  });
}

/** Something that goes wrong with a request that is still to come. */
function someFault(random: Random): FaultRule {
  const effect = random.pick<FaultRule['effect']>([
    { errorCode: 1002 },
    { errorCode: random.pick([1000, 1003, 1060]) },
    { httpStatus: random.pick([429, 500, 502, 503]) },
    { drop: 'before' },
    { drop: 'after' },
    { truncateAtByte: random.whole(0, 3000) },
    { emptyBody: true },
    { invalidJson: true },
    { expireSession: true },
    { latencyMs: random.whole(1, 90_000) },
    { slowBytesPerSecond: 1000 },
  ]);
  const ofReport = random.chance(0.15) && !('errorCode' in effect) && !('invalidJson' in effect);
  const match = ofReport && !('expireSession' in effect) ? { report: true as const } : {};
  return { match: { ...match, nth: random.whole(1, 14) }, effect };
}
