import { expect, test } from 'vitest';

import { ErplyError } from '@erply-kit/client';
import type { FaultEffect } from '@erply-kit/mock';

import type { Lane } from '../src/lane.ts';
import { runLanes } from '../src/run-lanes.ts';
import type { Entry, Sink } from '../src/sink.ts';
import { createMemorySink, type MemorySink } from '../src/testing/index.ts';
import { openSmallShop, type SmallShop } from './adversary/small-shop.ts';
import { everyLane, shopTableOf } from './every-lane.ts';
import { someOf } from './some-of.ts';

const pageSize = 5;

/** One of each kind that docs/faults.md has; data that others change are the adversary's. */
const effects: readonly FaultEffect[] = [
  { errorCode: 1002 },
  { errorCode: 1060 },
  { httpStatus: 503 },
  { drop: 'before' },
  { drop: 'after' },
  { truncateAtByte: 200 },
  { emptyBody: true },
  { invalidJson: true },
  { expireSession: true },
  { latencyMs: 90_000 },
  { slowBytesPerSecond: 1000 },
];

const namesOf = (lane: Lane) => (lane.kind === 'stock' ? ['warehouses', 'products', lane.name] : [lane.name]);

/** A shop with twelve more records of the lane, an hour after they were made. */
function openShop(lane: Lane): SmallShop {
  const shop = openSmallShop();
  for (let count = 1; count <= 12 && lane.kind === 'records'; count += 1) {
    const { table, values } = shopTableOf(lane.name);
    shop.account.data(table).insert(values(`${count}`));
  }
  shop.account.clock.advance('1h');
  return shop;
}

/** The sink, with how many rows of the lane it was given, in all and at most at once. */
function countingSink(sink: MemorySink, lane: Lane) {
  let rows = 0;
  let most = 0;
  const counting: Sink<Entry> = {
    ...sink,
    async commit(batch) {
      if (batch.lane === lane.name) {
        rows += batch.rows.length;
        most = Math.max(most, batch.rows.length);
      }
      await sink.commit(batch);
    },
  };
  return { counting, rows: () => rows, most: () => most };
}

async function run(shop: SmallShop, lane: Lane, sink: Sink<Entry>) {
  await using client = shop.connect({ transport: shop.transport, pageSize, attempts: 1 });
  const lanes = everyLane.filter(({ name }) => namesOf(lane).includes(name));
  return await runLanes({ client, sink, clock: shop, lanes });
}

const contentOf = (sink: MemorySink, lane: Lane) =>
  new Map(sink.read(lane.name).map((row) => [`${row.id}/${row.warehouseID ?? ''}`, row]));

/** Links work for a day from when they were read: each reading answers others. */
const withoutLinks = (content: ReturnType<typeof contentOf>) =>
  JSON.stringify([...content].sort()).replace(/"(invoice|receipt)Link":"[^"]*"/g, '');

for (const lane of someOf(everyLane, 3))
  for (const effect of someOf(effects, 2))
    test(`${lane.name}: ${JSON.stringify(effect)} at any request leaves what a run without it does`, async () => {
      const shop = openShop(lane);
      const whole = createMemorySink();
      const { counting, rows, most } = countingSink(whole, lane);
      await run(shop, lane, counting);
      const expected = withoutLinks(contentOf(whole, lane));
      const page = Math.max(most(), pageSize);
      // A pass that goes on is followed by one of what changed: of a lane that cannot be asked so, by all of it.
      const isWhole = lane.kind === 'stock' || lane.pageSize === undefined || !lane.changes;
      const spare = isWhole ? rows() + page : page;
      for (let nth = 1, hasFired = true; hasFired && nth <= 60; nth += 1) {
        const again = openShop(lane);
        again.account.addFault({ match: { nth }, effect });
        const sink = createMemorySink();
        const counted = countingSink(sink, lane);
        await run(again, lane, counted.counting).catch((error) => expect(error).toBeInstanceOf(ErplyError));
        hasFired = again.account.faults().notFired.length === 0;
        again.account.clearFaults();
        expect(await run(again, lane, counted.counting)).toMatchObject({ outcome: 'completed' });
        expect(withoutLinks(contentOf(sink, lane)), `request ${nth}`).toBe(expected);
        expect(counted.rows(), `rows, request ${nth}`).toBeLessThanOrEqual(rows() + spare);
      }
    });
