import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ErplyClient } from '@erply-kit/client';
import { propertyRun, randomOf } from '@erply-kit/tooling/property';

import { defaultLanes } from '../src/default-lanes.ts';
import { documentLanes } from '../src/document-lanes.ts';
import type { Lane } from '../src/lane.ts';
import { peopleLanes } from '../src/people-lanes.ts';
import { type RunOptions, runLanes } from '../src/run-lanes.ts';
import type { Entry } from '../src/sink.ts';
import { createMemorySink } from '../src/testing/memory-sink.ts';
import { changeShop } from './change-shop.ts';
import { shopClock } from './copy-shop.ts';
import { laneFacts, withoutLinks } from './lane-facts.ts';
import { mainLanes } from './main-lanes.ts';
import { readCopy } from './read-copy.ts';
import { tamperedTransport } from './tampered-transport.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

const allLanes = [...defaultLanes, ...peopleLanes, ...documentLanes];

type Options = Partial<RunOptions<Entry>>;

/** A shop with a copy that is kept by one client, as one process does that goes on. */
function openPolledShop(options: Parameters<typeof openTestShop>[0], lanes: readonly Lane[] = allLanes) {
  const shop = openTestShop({ customers: 5, documents: 3, ...options });
  const sink = createMemorySink();
  const client = shop.connect();
  const clock = shopClock(shop);
  return {
    ...{ shop, sink, client, clock },
    run: (more: Options = {}) => runLanes({ client, sink, clock, lanes, poll: true, ...more }),
    /** Units that a run has used, as the fake counts them. */
    async unitsOf(run: () => Promise<unknown>) {
      const before = shop.account.quota().used;
      await run();
      return Math.round((shop.account.quota().used - before) * 10) / 10;
    },
  };
}

describe.each([2, 10])('with %i warehouses', (warehouses) => {
  test('a poll of all lanes that finds nothing costs at most 0.3 units, and 0.1 for each warehouse', async () => {
    const { shop, run, unitsOf } = openPolledShop({ warehouses });
    await run();
    const asked: string[][] = [];
    for (let polls = 0; polls < 4; polls += 1) {
      shop.account.clock.advance('5m');
      const units = await unitsOf(async () => {
        const { lanes } = await run();
        asked.push(lanes.map(({ lane }) => lane).filter((lane) => unlisted.includes(lane)));
      });
      expect(units).toBeLessThanOrEqual(0.3 + 0.1 * warehouses);
    }
    // Those that only their own calls tell about take turns; prices cost two questions, as their log is asked too.
    expect(asked).toEqual([
      ['priorityGroups', 'brands'],
      ['priceListProducts'],
      ['productPictures', 'productFiles'],
      ['priorityGroups', 'brands'],
    ]);
  });

  test('a run that is not a poll asks all of them', async () => {
    const { shop, run } = openPolledShop({ warehouses });
    await run();
    shop.account.clock.advance('5m');
    const { lanes } = await run({ poll: false });
    expect(lanes.map(({ lane }) => lane).sort()).toEqual(allLanes.map(({ name }) => name).sort());
  });
});

/** Lanes that getChangedDataSince does not know. */
const unlisted = ['priorityGroups', 'brands', 'priceListProducts', 'productPictures', 'productFiles'];

test('a poll moves the watermark of lanes that it need not read', async () => {
  const { shop, sink, run } = openPolledShop({});
  await run();
  shop.account.clock.advance('5m');
  await run();
  for (const { name } of allLanes.filter((lane) => lane.kind === 'stock' || lane.changedTable))
    expect((await sink.state(name))?.checkpoint, name).toMatchObject({
      phase: 'idle',
      // Less the margin, and what the answer took.
      watermark: shop.account.clock.read().now - 61,
    });
});

interface Case {
  readonly lane: Lane;
  readonly what: 'adds' | 'edits' | 'removes';
}

/** Whether only the full read of the next day can find it. */
const isFoundDaily = ({ lane, what }: Case) =>
  lane.deletions.from === 'fullRead' &&
  (what === 'removes' || (lane.kind === 'records' && !lane.changes && !lane.changedTable));

/** Lanes that only their own calls tell about take turns. */
const pollsUntilFound = ({ lane }: Case) => (lane.kind === 'stock' || lane.changedTable ? 1 : 3);

const cases = allLanes
  .filter(({ kind }) => kind === 'records')
  .flatMap((lane) => (['adds', 'edits', 'removes'] as const).map((what) => ({ lane, what })));

/** What is done and found alike is done in one shop, as a shop with every lane takes its time. */
const groups = Object.entries(
  Object.groupBy(
    cases,
    (one) => `${one.what}, ${isFoundDaily(one) ? 'after a day' : 'soon'}, polls: ${pollsUntilFound(one)}`,
  ),
);

test.each(groups)('what another user %s', async (_, group = []) => {
  const { shop, sink, client, run } = openPolledShop({ customers: 20, documents: 10 });
  const changed = group.map((one) => {
    const facts = laneFacts[one.lane.name] ?? fail();
    const table = shop.account.data(facts.table);
    return { ...one, facts, table, id: table.insert(facts.fields) };
  });
  shop.account.clock.advance('1h');
  await run();
  shop.account.clock.advance('5m');
  for (const { what, facts, table, id } of changed) {
    if (what === 'adds') table.insert(facts.fields);
    if (what === 'edits') table.update(id, facts.edit);
    if (what === 'removes') table.remove(id);
  }
  shop.account.clock.advance(group.some(isFoundDaily) ? '1d' : '1m');
  for (let polls = 0; polls < Math.max(...group.map(pollsUntilFound)); polls += 1) {
    await run();
    shop.account.clock.advance('5m');
  }
  for (const { lane, facts } of changed) {
    const copied = sink.read(lane.name).filter(({ deletedAt }) => deletedAt === undefined);
    const found = new Map(copied.map(({ id, record }) => [id, withoutLinks(record as object)]));
    expect([lane.name, found]).toEqual([lane.name, await facts.readAll(client)]);
  }
});

test('a movement of stock is in the copy with the next poll, and so is a product that takes its stock along', async () => {
  const { shop, sink, run } = openPolledShop({}, mainLanes);
  await run();
  shop.account.clock.advance('5m');
  shop.account.stockMovements.insert({ productID: 8, warehouseID: 1, amount: 5 });
  shop.account.data('products').remove(9);
  await run();
  expect(readCopy(sink)).toEqual(await readShop(shop));
});

function fail(): never {
  throw new Error('there are no facts about the lane');
}

/** Answers of getChangedDataSince, changed by somebody between the server and the client. */
function answering(shop: TestShop, change: (text: string) => string): ErplyClient {
  const transport = tamperedTransport(shop.transport, {
    answer: (text, request) =>
      request.get('requests')?.includes('getChangedDataSince') ? change(text) : text,
  });
  return shop.connect({ transport, retry: { attempts: 1 } });
}

const table = (text: string, name: string, record: string) =>
  text.replace(new RegExp(`\\{"tableName":"${name}"[^}]*\\}`), record);

test.each([
  [
    'leaves it out',
    (text: string) => table(text, 'products', '{"tableName":"none","updated":0,"deleted":0}'),
  ],
  [
    'names it twice',
    (text: string) => table(text, 'warehouses', '{"tableName":"products","updated":0,"deleted":0}'),
  ],
  [
    'does not say whether it was updated',
    (text: string) => table(text, 'products', '{"tableName":"products","deleted":0}'),
  ],
  [
    'says null',
    (text: string) => table(text, 'products', '{"tableName":"products","updated":null,"deleted":0}'),
  ],
  [
    'says nothing',
    (text: string) => table(text, 'products', '{"tableName":"products","updated":"","deleted":""}'),
  ],
  ['says 2', (text: string) => table(text, 'products', '{"tableName":"products","updated":2,"deleted":0}')],
  ['does not say the time', (text: string) => text.replace(/"requestUnixTime":\d+,/g, '')],
  ['is refused', (text: string) => text.replace(/"errorCode":0/g, '"errorCode":1005')],
])('a table is read as usual when the answer about it %s', async (_, change) => {
  const { shop, sink, run } = openPolledShop({});
  await run();
  shop.account.clock.advance('5m');
  const before = (await sink.state('products'))?.checkpoint;
  await using client = answering(shop, change);
  const asked: string[] = [];
  const spied = {
    ...client,
    getProducts: { ...client.getProducts, pages: spy(client.getProducts.pages, asked) },
  };
  await run({ client: spied as unknown as ErplyClient });
  expect(asked).toEqual(['read']);
  expect((await sink.state('products'))?.checkpoint).not.toEqual(before);
});

function spy<TArguments extends unknown[], TResult>(call: (...args: TArguments) => TResult, log: string[]) {
  return (...args: TArguments) => {
    log.push('read');
    return call(...args);
  };
}

test('an account that does not serve the call is polled without it', async () => {
  const { shop, sink, run } = openPolledShop({}, mainLanes);
  await run();
  shop.account.clock.advance('5m');
  shop.account.data('products').update(7, { name: 'Renamed' });
  const fault = { match: { request: 'getChangedDataSince' }, effect: { errorCode: 1005 } } as const;
  shop.account.addFault(fault);
  expect(await run()).toMatchObject({ outcome: 'completed' });
  expect(readCopy(sink)).toEqual(await readShop(shop));
});

test('what is deleted from a table while later lanes wait for their turn is found by the next poll', async () => {
  const { shop, sink, run } = openPolledShop({}, mainLanes);
  await run();
  shop.account.clock.advance('5m');
  shop.account.data('warehouses').insert({ name: 'New' });
  shop.account.data('productGroups').insert({ name: 'New', parentGroupID: 1 });
  // The question has been answered; groups take an hour to be read, and meanwhile a product goes.
  const mutate = [{ table: 'products', op: 'delete' as const, id: 8 }];
  shop.account.addFault({
    match: { request: 'getProductGroups', nth: 1 },
    effect: { mutate, when: 'after' },
  });
  const onProgress: Options['onProgress'] = (event) => {
    if (event.kind === 'laneFinished' && event.report.lane === 'productGroups')
      shop.account.clock.advance('1h');
  };
  await run({ onProgress });
  await run();
  expect(readCopy(sink)).toEqual(await readShop(shop));
});

const withoutTable = (lane: Lane): Lane => {
  if (lane.kind === 'stock') return lane;
  const { changedTable: _, ...rest } = lane;
  return rest;
};

test('polls that ask which tables changed make the copy that polls without it make', async () => {
  const endsEqual = fc.asyncProperty(fc.gen(), async (gen) => {
    const random = randomOf(gen);
    const { shop, sink, run } = openPolledShop({}, mainLanes);
    const plain = createMemorySink();
    const runPlain = () => run({ sink: plain, poll: false, lanes: mainLanes.map(withoutTable) });
    for (let polls = 0; polls < 4; polls += 1) {
      await run();
      await runPlain();
      expect(readCopy(sink)).toEqual(readCopy(plain));
      shop.account.clock.advance(random.whole(0, 400));
      if (random.chance(0.7)) changeShop(shop, random, random.whole(1, 3));
    }
    await run();
    expect(readCopy(sink)).toEqual(await readShop(shop));
  });
  await fc.assert(endsEqual, propertyRun(4));
});
