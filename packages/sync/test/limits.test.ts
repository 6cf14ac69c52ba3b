import { expect, test } from 'vitest';

import { payments } from '../src/lanes/payments.ts';
import { products } from '../src/lanes/products.ts';
import { salesDocuments } from '../src/lanes/sales-documents.ts';
import { planLanes } from '../src/plan/plan-lanes.ts';
import { runLanes } from '../src/run-lanes.ts';
import { createMemorySink } from '../src/testing/memory-sink.ts';
import { openCopy, type ShopCopy, shopClock } from './copy-shop.ts';
import { mainLanes } from './main-lanes.ts';
import { readCopy } from './read-copy.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

const lanes = [salesDocuments];
const document = {
  type: 'INVOICE',
  number: '1',
  date: '2026-03-01',
  confirmed: 0,
  clientID: 1003,
  warehouseID: 1,
};

/** A shop with documents of long ago, and three of today. */
function openShop() {
  const shop = openTestShop({ customers: 5, documents: 20 });
  const copy = openCopy(shop);
  shop.account.clock.advance('1d');
  const since = shop.account.clock.read().now;
  const table = shop.account.data('salesDocuments');
  const ids = [1, 2, 3].map(() => table.insert(document));
  shop.account.clock.advance('1h');
  return { shop, copy, since, table, ids };
}

const alive = ({ sink }: ShopCopy) =>
  sink.read('salesDocuments').flatMap(({ id, deletedAt }) => (deletedAt === undefined ? [id] : []));

async function idsOf(shop: TestShop) {
  await using client = shop.connect();
  return (await client.getSalesDocuments.collect({}, { limit: 1e6 })).map(({ id }) => id);
}

test('a first read since a time brings what was added or changed since, and later runs keep to it', async () => {
  const { shop, copy, since, table, ids } = openShop();
  await copy.run({ lanes, since });
  expect(alive(copy)).toEqual(ids);
  shop.account.clock.advance('1h');
  const [gone = 0] = ids;
  table.remove(gone);
  const added = table.insert(document);
  const report = await copy.run({ lanes });
  expect(report.lanes).toMatchObject([{ mode: 'incremental', records: 1, deletions: 1 }]);
  expect(alive(copy)).toEqual([...ids.slice(1), added]);
  expect((await copy.sink.state('salesDocuments'))?.checkpoint).toMatchObject({ since });
});

test('a full read lifts the limit', async () => {
  const { shop, copy, since } = openShop();
  await copy.run({ lanes, since });
  await copy.run({ lanes, full: true });
  expect(alive(copy).sort((one, other) => one - other)).toEqual(await idsOf(shop));
  expect((await copy.sink.state('salesDocuments'))?.checkpoint).not.toHaveProperty('since');
});

test('a first read since a time that is cut off, or refused, keeps to it', async () => {
  const { shop, copy, since, ids } = openShop();
  shop.account.addFault({
    match: { request: 'getUserOperationsLog', nth: 1 },
    effect: { errorCode: 1060 },
  });
  await copy.run({ lanes, since }).catch(() => undefined);
  await copy.run({ lanes });
  expect(alive(copy)).toEqual(ids);
});

test('a plan counts what a run since a time would read', async () => {
  const { shop, copy, since } = openShop();
  await using client = shop.connect();
  const plan = await planLanes({ client, sink: copy.sink, clock: shopClock(shop), lanes, since });
  expect(plan.lanes).toMatchObject([{ mode: 'incremental', records: 3 }]);
  expect(plan.costUnits).toBe((await copy.run({ lanes, since })).costUnits);
});

test('lanes that no time can limit are refused by name, before anything is read', async () => {
  const { copy, since } = openShop();
  const run = copy.run({ lanes: [...mainLanes, salesDocuments], since });
  await expect(run).rejects.toThrow(
    'since cannot limit warehouses, brands, stock: only a full read tells what is in them, or what is gone; name other lanes',
  );
  expect(await copy.sink.state('salesDocuments')).toBeUndefined();
});

test('runs of few units stop before they would use more, and go on until all is there', async () => {
  const shop = openTestShop({ customers: 5, documents: 300 });
  const sink = createMemorySink();
  const maxUnits = 2;
  let outcome = '';
  for (let runs = 0; runs < 12 && outcome !== 'completed'; runs += 1) {
    await using client = shop.connect({ maxUnits });
    const before = shop.account.quota().used;
    const report = await runLanes({
      ...{ client, sink, clock: shopClock(shop), lanes: [products, payments, salesDocuments] },
    });
    ({ outcome } = report);
    expect(['outOfUnits', 'completed']).toContain(outcome);
    expect(shop.account.quota().used - before).toBeLessThanOrEqual(maxUnits + 1e-9);
    if (outcome === 'outOfUnits') expect(report.lanes.at(-1)?.outcome).toBe('outOfUnits');
  }
  expect(outcome).toBe('completed');
  expect(readCopy(sink).products).toEqual((await readShop(shop)).products);
});
