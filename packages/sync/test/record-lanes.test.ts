import { describe, expect, test } from 'vitest';

import { caseCount, propertySeed } from '@erply-kit/tooling/property';

import { defaultLanes } from '../src/default-lanes.ts';
import { documentLanes } from '../src/document-lanes.ts';
import type { RecordLane } from '../src/lane.ts';
import { peopleLanes } from '../src/people-lanes.ts';
import { planLanes } from '../src/plan/plan-lanes.ts';
import type { LaneReport } from '../src/report.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { createFuse, fusedSink, fusedTransport } from './fuse.ts';
import { laneFacts, withoutLinks } from './lane-facts.ts';
import { openTestShop, type TestShop } from './test-shop.ts';

const start = Date.parse('2026-03-02T10:00:00Z');
const daySeconds = 86_400;

const lanes = [...defaultLanes, ...peopleLanes, ...documentLanes].filter(
  (lane): lane is RecordLane => lane.kind === 'records',
);

test('every lane of records is tested here', () => {
  expect(Object.keys(laneFacts).sort()).toEqual(lanes.map(({ name }) => name).sort());
});

// Every await in `pnpm test:deep`; else one in nine, others each time.
const stride = Math.max(1, Math.round(9 / caseCount(1)));

describe.each(lanes)('$name', (lane) => {
  const facts = laneFacts[lane.name];
  if (!facts) throw new Error(`there are no facts about ${lane.name}`);
  const { table: tableName, fields, edit, readAll } = facts;
  // Nothing but a full read shows what is new, or what is gone, to a lane that has no changes, or no log.
  const isReadDaily = !lane.changes && !lane.changedTable && lane.deletions.from === 'fullRead';

  /** An hour after the shop was made; its clock and ours go on together. */
  function openShop() {
    const shop = openTestShop({ customers: 20, documents: 10, set: { getProductsMax: 1000 } });
    const copy = openCopy(shop);
    // Of some kinds a small shop has none.
    shop.account.data(tableName).insert(fields);
    let seconds = 0;
    const clock = { now: () => start + seconds * 1000 };
    const pass = (by: number) => {
      seconds += by;
      shop.account.clock.advance(by);
    };
    pass(3600);
    const run = async (more: Parameters<ShopCopy['run']>[0] = {}): Promise<LaneReport> => {
      const { lanes: reports, ...total } = await copy.run({ lanes: [lane], clock, ...more });
      // The login, and the question which tables have changed, are of no lane.
      const { requests, costUnits } = total;
      return { ...(reports[0] as LaneReport), requests, costUnits };
    };
    return { shop, copy, clock, pass, run, table: shop.account.data(tableName) };
  }

  const copied = ({ sink }: ShopCopy) =>
    new Map(
      sink
        .read(lane.name)
        .flatMap(({ id, record, deletedAt }) =>
          deletedAt === undefined ? [[id, withoutLinks(record as object)]] : [],
        ),
    );
  async function held(shop: TestShop) {
    await using client = shop.connect();
    return await readAll(client);
  }
  const lastID = async (shop: TestShop) => Number([...(await held(shop)).keys()].at(-1));

  test('a first run copies all of it, for what the plan says', async () => {
    const { shop, copy, clock, run } = openShop();
    await using client = shop.connect();
    const plan = await planLanes({ client, sink: copy.sink, clock, lanes: [lane] });
    const report = await run();
    const records = await held(shop);
    expect(records.size).toBeGreaterThan(0);
    expect(report).toMatchObject({
      mode: 'full',
      outcome: 'completed',
      records: records.size,
      deadLetters: 0,
    });
    expect(copied(copy)).toEqual(records);
    expect(plan.costUnits).toBeCloseTo(report.costUnits, 5);
  });

  test('what is new and what was edited comes with the next run, or with the full read of the next day', async () => {
    const { shop, copy, clock, run, pass, table } = openShop();
    await run();
    pass(3600);
    const edited = await lastID(shop);
    table.update(edited, edit);
    const made = table.insert(fields);
    if (isReadDaily) {
      expect(await run()).toMatchObject({ mode: 'incremental', requests: 0, costUnits: 0 });
      pass(daySeconds);
    }
    await using client = shop.connect();
    const plan = await planLanes({ client, sink: copy.sink, clock, lanes: [lane] });
    const report = await run();
    expect(report).toMatchObject({ mode: lane.changes ? 'incremental' : 'full', outcome: 'completed' });
    if (lane.changes) expect(report.records).toBe(2);
    expect(plan.costUnits).toBeCloseTo(report.costUnits, 5);
    const records = await held(shop);
    expect(records.has(made)).toBe(true);
    expect(copied(copy)).toEqual(records);
    expect(copied(copy).get(edited)).toMatchObject(edit);
  });

  test('what is gone is removed by the log, or by the full read of the next day, and may come again', async () => {
    const { shop, copy, run, pass, table } = openShop();
    const gone = table.insert(fields);
    await run();
    const { id: whole } = shop.account.snapshot();
    const record = copied(copy).get(gone);
    expect(record).toBeDefined();
    pass(1);
    table.remove(gone);
    pass(60);
    if (lane.deletions.from === 'fullRead') {
      await run();
      expect(copied(copy).has(gone)).toBe(true);
      pass(daySeconds);
    }
    expect(await run()).toMatchObject({ outcome: 'completed', deletions: 1 });
    expect(copied(copy).has(gone)).toBe(false);
    expect(copied(copy)).toEqual(await held(shop));
    // The sink keeps what it knew of it.
    expect(copy.sink.read(lane.name).find(({ id }) => id === gone)).toMatchObject({
      deletedAt: expect.any(Number),
    });
    shop.account.restore(whole);
    // The clock has gone back with the shop.
    pass(3600 + daySeconds);
    expect(await run({ full: true })).toMatchObject({ mode: 'full', outcome: 'completed', deletions: 0 });
    expect(copied(copy).get(gone)).toEqual(record);
  });

  test('a run that is cut off at any await is finished by the next one', async () => {
    for (let point = 1 + (propertySeed % stride), isOver = false; !isOver; point += stride) {
      const { shop, copy, run, pass, table } = openShop();
      const fuse = createFuse(point);
      const transport = fusedTransport(shop.transport, fuse);
      await run({ transport, sink: fusedSink(copy.sink, fuse) }).catch((error) => {
        if (!fuse.isBlown) throw error;
      });
      isOver = !fuse.isBlown;
      table.update(await lastID(shop), edit);
      pass(isReadDaily ? daySeconds : 60);
      expect(await run()).toMatchObject({ outcome: 'completed' });
      expect(copied(copy)).toEqual(await held(shop));
    }
  });
});
