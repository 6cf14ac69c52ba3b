import { expect, test } from 'vitest';

import type { RecordLane } from '../src/lane.ts';
import { products } from '../src/lanes/products.ts';
import { MappingError } from '../src/mapping-error.ts';
import { planLanes } from '../src/plan/plan-lanes.ts';
import type { LaneProgress, ProgressEvent } from '../src/progress.ts';
import type { Entry, Sink } from '../src/sink.ts';
import { openCopy, shopClock } from './copy-shop.ts';
import { mainLanes } from './main-lanes.ts';
import { readCopy } from './read-copy.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

test('a first run copies the shop, and a second one its changes', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const first = await copy.run();
  expect(readCopy(copy.sink)).toEqual(await readShop(shop));
  expect(first.lanes.map(({ lane, mode }) => `${lane} ${mode}`)).toEqual([
    'warehouses full',
    'productGroups full',
    'brands full',
    'products full',
    'stock full',
  ]);

  shop.account.clock.advance('1h');
  shop.account.data('products').insert({ name: 'New', groupID: 1 });
  shop.account.data('products').update(10, { status: 'ARCHIVED' });
  shop.account.data('products').remove(20);
  shop.account.data('productGroups').insert({ name: 'New group', parentGroupID: 1 });
  const second = await copy.run();
  expect(readCopy(copy.sink)).toEqual(await readShop(shop));
  expect(second.lanes.find(({ lane }) => lane === 'products')).toMatchObject({
    mode: 'incremental',
    records: 2,
    deletions: 1,
  });
});

test('a record that the sink cannot hold goes aside, and a later one that it can takes its place', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const picky: Sink<Entry> = {
    ...copy.sink,
    toRow(lane, entry) {
      if (entry.id === 7) throw new MappingError('price', 'not a number');
      return copy.sink.toRow(lane, entry);
    },
  };
  const report = await copy.run({ lanes: [products], sink: picky });
  expect(report.lanes).toMatchObject([{ outcome: 'completed', records: 49, deadLetters: 1 }]);
  expect(copy.sink.deadLetters('products')).toEqual([{ id: 7, path: 'price', message: 'not a number' }]);
  await copy.run({ lanes: [products], full: true });
  expect(copy.sink.deadLetters('products')).toEqual([]);
});

test('a bug in the program is not a dead letter', async () => {
  const copy = openCopy(openTestShop());
  const broken = { ...copy.sink, toRow: () => (undefined as never as { x: { y: never } }).x.y };
  await expect(copy.run({ lanes: [products], sink: broken })).rejects.toBeInstanceOf(TypeError);
});

test('a signal ends the run behind the transaction that is under way, and the next run goes on', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const stop = new AbortController();
  const onProgress = (event: ProgressEvent) => {
    // Page 3 came together with page 2, and waits to be written.
    if (event.kind === 'progress' && event.lane === 'products' && event.records === 39) stop.abort();
  };
  const stopped = await copy.run({ signal: stop.signal, onProgress });
  expect(stopped.outcome).toBe('stopped');
  expect(stopped.lanes.at(-1)).toMatchObject({ lane: 'products', outcome: 'stopped', records: 39 });
  const resumed = await copy.run();
  expect(resumed.lanes.find(({ lane }) => lane === 'products')).toMatchObject({ resumed: true, records: 11 });
  expect(readCopy(copy.sink)).toEqual(await readShop(shop));
});

test('progress tells how far a lane is, how fast, and for how long still', async () => {
  let now = 0;
  const clock = { now: () => now };
  const shop = openTestShop();
  const transport: TestShop['transport'] = {
    ...shop.transport,
    send(request) {
      now += 100;
      return shop.transport.send(request);
    },
  };
  const events: LaneProgress[] = [];
  const onProgress = (event: ProgressEvent) => {
    if (event.kind === 'progress') events.push(event);
  };
  await openCopy(shop).run({ lanes: [products], clock, transport, onProgress });
  expect(events.map(({ phase, records }) => [phase, records])).toEqual([
    ['full', 20],
    ['full', 39],
    ['full', 50],
    ['changes', 50],
    ['deletions', 50],
    ['closing', 50],
  ]);
  expect(events[1]).toMatchObject({ total: 50, etaSeconds: expect.closeTo(0.05, 1), costUnits: 1.3 });
  expect(events[1]?.recordsPerSecond).toBeGreaterThan(0);
});

test('a plan tells what the run then costs', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const plan = async (full = false) => {
    await using client = shop.connect();
    return await planLanes({ client, sink: copy.sink, clock: shopClock(shop), full, lanes: mainLanes });
  };
  const before = await plan();
  expect(before.costUnits).toBeCloseTo((await copy.run()).costUnits, 0);
  expect(before.lanes[3]).toMatchObject({ lane: 'products', mode: 'full', records: 50, resumes: false });
  shop.account.clock.advance('1h');
  const after = await plan();
  expect(after.costUnits).toBe((await copy.run()).costUnits);
  expect(after.lanes.map(({ mode }) => mode)).toEqual(Array<string>(5).fill('incremental'));
  shop.account.data('warehouses').insert({ name: 'New' });
  const anew = await plan();
  // The list of warehouses is asked twice when it has proved to be another.
  expect((await copy.run()).costUnits).toBeCloseTo(anew.costUnits + 0.1, 5);
});

test('a full read that ends before the server says it does is refused, and starts anew', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const cutOff: RecordLane = {
    ...(products as RecordLane),
    async *read(client, request) {
      for await (const { next, ...page } of products.read(client, request)) {
        yield next?.offset === 39 ? page : { ...page, ...(next && { next }) };
      }
    },
  };
  const refused = await copy.run({ lanes: [cutOff] });
  expect(refused.lanes[0]?.refusal).toEqual({
    kind: 'incomplete',
    message: 'products: the full read found 39 of 50 records; it starts anew',
  });
  const next = await copy.run({ lanes: [products] });
  expect(next.lanes).toMatchObject([{ outcome: 'completed', records: 50, resumed: false }]);
});
