import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ErplyClient } from '@erply-kit/client';
import type { AccountControl } from '@erply-kit/mock';
import { propertyRun, randomOf } from '@erply-kit/tooling/property';

import { defaultLanes } from '../src/default-lanes.ts';
import { documentLanes } from '../src/document-lanes.ts';
import type { Lane, RecordLane } from '../src/lane.ts';
import { brands } from '../src/lanes/brands.ts';
import { peopleLanes } from '../src/people-lanes.ts';
import { type RunOptions, runLanes } from '../src/run-lanes.ts';
import type { Entry } from '../src/sink.ts';
import { createMemorySink, type MemorySink } from '../src/testing/memory-sink.ts';
import { changeShop } from './change-shop.ts';
import { shopClock } from './copy-shop.ts';
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

/** A lane that only its own call can tell about. */
const unlisted = (name: string): RecordLane => ({ ...(brands as RecordLane), name });

describe.each([2, 10])('with %i warehouses', (warehouses) => {
  test('a poll of all lanes that finds nothing costs 0.3 units, and 0.1 for each warehouse', async () => {
    const { shop, run, unitsOf } = openPolledShop({ warehouses });
    await run();
    shop.account.clock.advance('5m');
    const units = await unitsOf(run);
    expect(units).toBeLessThanOrEqual(0.3 + 0.1 * warehouses);
    // One question for all tables, stock of each warehouse, and brands.
    expect(units).toBeCloseTo(0.2 + 0.1 * warehouses, 5);
  });

  test('so it does however many lanes only their own call can tell about, which take turns', async () => {
    const names = ['one', 'two', 'three'];
    const { shop, sink, run, unitsOf } = openPolledShop({ warehouses }, [
      ...allLanes,
      ...names.map(unlisted),
    ]);
    await run();
    const asked: string[][] = [];
    for (let polls = 0; polls < 4; polls += 1) {
      shop.account.clock.advance('5m');
      const units = await unitsOf(async () => {
        const { lanes } = await run();
        asked.push(lanes.map(({ lane }) => lane).filter((lane) => lane === 'brands' || names.includes(lane)));
      });
      expect(units).toBeCloseTo(0.3 + 0.1 * warehouses, 5);
    }
    expect(asked).toEqual([
      ['brands', 'one'],
      ['two', 'three'],
      ['brands', 'one'],
      ['two', 'three'],
    ]);
    expect(sink.read('three')).toHaveLength(sink.read('brands').length);
  });
});

test('a poll moves the watermark of lanes that it need not read', async () => {
  const { shop, sink, run } = openPolledShop({});
  await run();
  shop.account.clock.advance('5m');
  await run();
  for (const { name } of allLanes)
    expect((await sink.state(name))?.checkpoint, name).toMatchObject({
      phase: 'idle',
      // Less the margin, and what the answer took.
      watermark: shop.account.clock.read().now - 61,
    });
});

const purchase = {
  ...{ type: 'PRCINVOICE', number: 'S', date: '2026-03-01', confirmed: 0 },
  ...{ supplierID: 1, warehouseID: 1, rows: [] },
};

/** What another user does, by lane. */
const changes: Readonly<Record<string, Readonly<Record<string, (account: AccountControl) => void>>>> = {
  warehouses: {
    adds: ({ data }) => void data('warehouses').insert({ name: 'New' }),
    edits: ({ data }) => data('warehouses').update(1, { name: 'Renamed' }),
  },
  productGroups: {
    adds: ({ data }) => void data('productGroups').insert({ name: 'New', parentGroupID: 1 }),
    edits: ({ data }) => data('productGroups').update(2, { name: 'Renamed' }),
    removes: ({ data }) => data('productGroups').remove(2),
  },
  brands: {
    adds: ({ data }) => void data('brands').insert({ name: 'New' }),
    edits: ({ data }) => data('brands').update(2, { name: 'Renamed' }),
  },
  products: {
    adds: ({ data }) => void data('products').insert({ name: 'New', groupID: 1 }),
    edits: ({ data }) => data('products').update(7, { name: 'Renamed' }),
    removes: ({ data }) => data('products').remove(7),
  },
  stock: {
    moves: ({ stockMovements }) => void stockMovements.insert({ productID: 8, warehouseID: 1, amount: 5 }),
    'removes a product': ({ data }) => data('products').remove(8),
  },
  customerGroups: {
    adds: ({ data }) => void data('customerGroups').insert({ name: 'New' }),
    edits: ({ data }) => data('customerGroups').update(1, { name: 'Renamed' }),
  },
  customers: {
    adds: ({ data }) => void data('customers').insert({ companyName: 'New', customerType: 'COMPANY' }),
    edits: ({ data }) => data('customers').update(anID(data('customers'), 'customerID'), { notes: 'Edited' }),
    removes: ({ data }) => data('customers').remove(anID(data('customers'), 'customerID')),
  },
  addresses: {
    adds: ({ data }) => void data('addresses').insert({ ownerID: 1003, typeID: 1, street: 'New' }),
    edits: ({ data }) => data('addresses').update(anID(data('addresses'), 'addressID'), { street: 'Edited' }),
    removes: ({ data }) => data('addresses').remove(anID(data('addresses'), 'addressID')),
  },
  salesDocuments: {
    edits: ({ data }) => data('salesDocuments').update(anID(data('salesDocuments'), 'id'), { notes: 'E' }),
    removes: ({ data }) => data('salesDocuments').remove(anID(data('salesDocuments'), 'id')),
  },
  payments: {
    edits: ({ data }) => data('payments').update(anID(data('payments'), 'paymentID'), { sum: 7 }),
    removes: ({ data }) => data('payments').remove(anID(data('payments'), 'paymentID')),
  },
  purchaseDocuments: {
    adds: ({ data }) => void data('purchaseDocuments').insert(purchase),
  },
};

function anID(table: ReturnType<AccountControl['data']>, key: string): number {
  const ids = table.list().map((record) => Number(record[key]));
  return Math.max(...ids);
}

test('the table of changes has every lane', () => {
  expect(Object.keys(changes).sort()).toEqual(allLanes.map(({ name }) => name).sort());
});

const cases = allLanes.flatMap(({ name }) =>
  Object.keys(changes[name] ?? {}).map((what) => ({ name, what })),
);

test.each(cases)('$name: what another user $what is in the copy after the next poll', async (one) => {
  const { shop, sink, clock, run } = openPolledShop({});
  await run();
  shop.account.clock.advance('5m');
  changes[one.name]?.[one.what]?.(shop.account);
  shop.account.clock.advance('1m');
  const { lanes } = await run();
  expect(lanes.find(({ lane }) => lane === one.name)).toMatchObject(
    one.what.startsWith('removes') ? { deletions: 1 } : { records: expect.anything() },
  );
  const fresh = createMemorySink();
  await runLanes({ client: shop.connect(), sink: fresh, clock, lanes: allLanes });
  expect(aliveIn(sink, one.name)).toEqual(aliveIn(fresh, one.name));
});

const aliveIn = (sink: MemorySink, lane: string) =>
  sink
    .read(lane)
    .filter(({ deletedAt, record }) => deletedAt === undefined && (record as Row).amountInStock !== 0)
    .map(({ deletedAt: _, record, ...row }) => ({ ...row, record: withoutLinks(record as Row) }))
    .sort((one, other) => one.id - other.id || (one.warehouseID ?? 0) - (other.warehouseID ?? 0));

type Row = Readonly<Record<string, unknown>>;
/** Links work for a day from when they were read: each reading answers others. */
const withoutLinks = ({ invoiceLink: _, receiptLink: __, ...record }: Row) => record;

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
  const { shop, sink, run } = openPolledShop({}, defaultLanes);
  await run();
  shop.account.clock.advance('5m');
  shop.account.data('products').update(7, { name: 'Renamed' });
  const fault = { match: { request: 'getChangedDataSince' }, effect: { errorCode: 1005 } } as const;
  shop.account.addFault(fault);
  expect(await run()).toMatchObject({ outcome: 'completed' });
  expect(readCopy(sink)).toEqual(await readShop(shop));
});

test('what is deleted from a table while later lanes wait for their turn is found by the next poll', async () => {
  const { shop, sink, run } = openPolledShop({}, defaultLanes);
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
    const { shop, sink, run } = openPolledShop({}, defaultLanes);
    const plain = createMemorySink();
    const runPlain = () => run({ sink: plain, poll: false, lanes: defaultLanes.map(withoutTable) });
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
