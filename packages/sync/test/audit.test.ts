import { expect, test } from 'vitest';

import { seededRandom } from '@erply-kit/tooling/property';

import { auditLanes } from '../src/audit/audit-lanes.ts';
import type { AuditOptions } from '../src/audit/audit-options.ts';
import type { AuditReport } from '../src/audit/audit-report.ts';
import { planAudit } from '../src/audit/plan-audit.ts';
import { type RepairOptions, repairLanes } from '../src/audit/repair-lanes.ts';
import { defaultLanes } from '../src/default-lanes.ts';
import type { Lane } from '../src/lane.ts';
import { products } from '../src/lanes/products.ts';
import { stock } from '../src/lanes/stock.ts';
import { warehouses } from '../src/lanes/warehouses.ts';
import { peopleLanes } from '../src/people-lanes.ts';
import type { Entry } from '../src/sink.ts';
import { openCopy, type ShopCopy, shopClock } from './copy-shop.ts';
import { readCopy } from './read-copy.ts';
import { tamperedTransport } from './tampered-transport.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

type Options = Partial<RepairOptions<Entry> & AuditOptions<Entry>> & { transport?: TestShop['transport'] };

async function audit(
  shop: TestShop,
  { sink }: ShopCopy,
  { transport = shop.transport, ...options }: Options = {},
) {
  await using client = shop.connect({ transport });
  return await auditLanes({ client, sink, clock: shopClock(shop), ...options });
}

async function repair(shop: TestShop, { sink }: ShopCopy, options: Options = {}) {
  await using client = shop.connect();
  return await repairLanes({ client, sink, clock: shopClock(shop), ...options });
}

/** Changes the copy behind the back of the account; the lane stands where it stood. */
async function tamper(
  { sink }: ShopCopy,
  lane: string,
  { rows = [], deletions = [] }: { rows?: readonly Entry[]; deletions?: readonly number[] },
) {
  const state = await sink.state(lane);
  if (!state) throw new Error(`${lane} has never run`);
  await sink.commit({
    ...{ lane, generation: state.checkpoint.generation, rows, deadLetters: [], ...state },
    deletions: deletions.map((id) => ({ id, deletedAt: 1_700_000_000 })),
  });
}

const rowOf = ({ sink }: ShopCopy, lane: string, id: number) => {
  const row = sink.read(lane).find((held) => held.id === id);
  return { ...row, record: row?.record as Record<string, unknown> } as Entry & {
    record: Record<string, unknown>;
  };
};

const laneOf = ({ lanes }: Pick<AuditReport, 'lanes'>, name: string) =>
  lanes.find(({ lane }) => lane === name);
const outcomes = ({ lanes }: Pick<AuditReport, 'lanes'>) =>
  Object.fromEntries(lanes.map(({ lane, outcome }) => [lane, outcome]));

async function copied(lanes: readonly Lane[] = defaultLanes) {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run({ lanes });
  shop.account.clock.advance('1h');
  return { shop, copy };
}

test('a copy that is equal is found equal, in full and by a sample, for what was planned', async () => {
  const { shop, copy } = await copied();
  const full = await audit(shop, copy);
  expect(full).toMatchObject({ outcome: 'equal', mode: 'full' });
  expect(laneOf(full, 'products')).toMatchObject({ looked: 50, copied: 50, announced: 50, lag: 0 });
  const plan = await planAudit({ sink: copy.sink });
  // Pages of this shop are of 20 products, not of 1,000, and four lanes read them.
  expect(full.costUnits - plan.costUnits).toBeCloseTo(4 * 0.2);
  const random = seededRandom(1);
  const sample = { size: 10, random: () => random.whole(0, 999_999) / 1e6 };
  const sampled = await audit(shop, copy, { sample });
  expect(sampled).toMatchObject({ outcome: 'equal', mode: 'sample' });
  expect(laneOf(sampled, 'products')).toMatchObject({ looked: 10, detectableShare: 1 - 0.05 ** 0.1 });
  const ofSample = await planAudit({ sink: copy.sink, sampleSize: 10 });
  // Pictures, files and packages have no calls that take many IDs.
  expect(sampled.costUnits - ofSample.costUnits).toBeCloseTo(3 * 0.2);
});

test('each kind of difference is found and named, and repair mends it and nothing else', async () => {
  const { shop, copy } = await copied();
  const shopHolds = await readShop(shop);
  const changed = rowOf(copy, 'products', 3);
  const stored = [...copy.sink.read('stock')].filter(({ id }) => id > 5).slice(0, 2);
  const [one, other] = stored.map((row) => ({ ...row, record: row.record as Record<string, number> }));
  if (!one || !other) throw new Error('the shop has too little stock');
  await tamper(copy, 'products', {
    rows: [
      { ...changed, record: { ...changed.record, name: 'Wrong', price: -1 } },
      { ...rowOf(copy, 'products', 4), id: 900 },
    ],
    deletions: [7],
  });
  await tamper(copy, 'warehouses', { deletions: [1] });
  await tamper(copy, 'stock', {
    rows: [
      { ...one, record: { ...one.record, amountInStock: 12_345 } },
      { ...other, record: { ...other.record, amountReserved: 12_345 } },
      { ...one, id: 901, record: { ...one.record, productID: 901 } },
    ],
  });
  const others = defaultLanes.flatMap(({ name, kind }) => {
    const [first, second] = copy.sink.read(name);
    const isOther = kind === 'records' && !['warehouses', 'products'].includes(name);
    return isOther && first && second ? [[name, first, second] as const] : [];
  });
  expect(others).toHaveLength(11);
  for (const [lane, row, { id }] of others)
    await tamper(copy, lane, { rows: [{ ...row, id: 90_000 }], deletions: [id] });
  const before = await copy.sink.state('products');
  const found = await audit(shop, copy);
  expect(found.outcome).toBe('different');
  expect(laneOf(found, 'products')).toMatchObject({
    ...{ outcome: 'different', missing: 0, extra: 1, removed: 1, changed: 1, lag: 0 },
    fields: { name: 1, price: 1 },
    examples: [
      { id: 900, kind: 'extra', fields: [] },
      { id: 7, kind: 'removed', fields: [] },
      { id: 3, kind: 'changed', fields: ['name', 'price'] },
    ],
  });
  expect(laneOf(found, 'warehouses')).toMatchObject({ removed: 1 });
  expect(laneOf(found, 'stock')).toMatchObject({
    ...{ changed: 2, extra: 1, fields: { amountInStock: 1, amountReserved: 1 } },
  });
  for (const [lane] of others) expect(laneOf(found, lane)).toMatchObject({ extra: 1, removed: 1 });
  const repaired = await repair(shop, copy);
  const mended = repaired.lanes.filter(({ written, deletions }) => written + deletions > 0);
  expect(new Set(mended.map(({ lane, written, deletions }) => [lane, written, deletions]))).toEqual(
    new Set([
      ['warehouses', 1, 0],
      ['products', 2, 1],
      ['stock', 2, 1],
      ...others.map(([lane]) => [lane, 1, 1]),
    ]),
  );
  expect(readCopy(copy.sink)).toEqual(shopHolds);
  expect(await copy.sink.state('products')).toEqual(before);
  expect(await repair(shop, copy)).toMatchObject({ outcome: 'equal' });
});

test('a row that the copy never had is missing, and repair brings it', async () => {
  const { shop, copy } = await copied([products]);
  const other = openCopy(shop);
  const state = await copy.sink.state('products');
  if (!state) throw new Error('never ran');
  const rows = copy.sink.read('products').filter(({ id }) => id !== 9);
  await other.sink.commit({
    lane: 'products',
    generation: 1,
    rows,
    deadLetters: [],
    deletions: [],
    ...state,
  });
  const found = await audit(shop, other, { lanes: [products] });
  expect(laneOf(found, 'products')).toMatchObject({ missing: 1, changed: 0, examples: [{ id: 9 }] });
  await repair(shop, other, { lanes: [products] });
  expect(readCopy(other.sink).products).toEqual(readCopy(copy.sink).products);
});

/** What is gone with a product, and in no log: nobody can tell since when. */
const withProduct = ['priceListProducts', 'productPackages'];

test('what a shop that sells has changed since the last run is lag, not a difference', async () => {
  const { shop, copy } = await copied();
  shop.account.data('products').update(3, { name: 'Renamed' });
  shop.account.data('products').remove(20);
  shop.account.data('products').insert({ name: 'New', groupID: 1 });
  shop.account.data('productGroups').insert({ name: 'New group', parentGroupID: 1 });
  shop.account.stockMovements.insert({ productID: 3, warehouseID: 1, amount: 5 });
  const found = await audit(shop, copy);
  const different = Object.entries(outcomes(found)).filter(([, outcome]) => outcome !== 'equal');
  expect(different).toEqual(withProduct.map((lane) => [lane, 'different']));
  for (const lane of withProduct) expect(laneOf(found, lane)).toMatchObject({ missing: 0, changed: 0 });
  expect(laneOf(found, 'products')).toMatchObject({ lag: 3, missing: 0, extra: 0, changed: 0 });
  expect(laneOf(found, 'productGroups')).toMatchObject({ lag: 1 });
  const repaired = await repair(shop, copy);
  for (const { lane, written, deletions } of repaired.lanes)
    expect([lane, written, deletions > 0]).toEqual([lane, 0, withProduct.includes(lane)]);
  await copy.run({ lanes: defaultLanes });
  const after = await audit(shop, copy);
  expect(after).toMatchObject({ outcome: 'equal' });
  expect(laneOf(after, 'products')).toMatchObject({ lag: 0 });
});

test('a shop that changes at every request while it is audited shows no difference, and an injected one is found', async () => {
  const { shop, copy } = await copied();
  const { record, id } = rowOf(copy, 'products', 11);
  await tamper(copy, 'products', { rows: [{ id, record: { ...record, code: 'wrong' } }] });
  let requests = 0;
  const transport = tamperedTransport(shop.transport, {
    answer(text) {
      requests += 1;
      const { account } = shop;
      account.clock.advance('1s');
      account.data('products').update(12 + (requests % 8), { name: `Renamed ${requests}` });
      account.data('products').insert({ name: `New ${requests}`, groupID: 1 });
      account.stockMovements.insert({ productID: 1 + (requests % 8), warehouseID: 1, amount: 1 });
      if (requests === 6) account.data('products').remove(45);
      return text;
    },
  });
  const found = await audit(shop, copy, { transport });
  expect(requests).toBeGreaterThan(8);
  expect(laneOf(found, 'products')).toMatchObject({ outcome: 'different', changed: 1, missing: 0, extra: 0 });
  expect(laneOf(found, 'products')?.examples).toEqual([{ id: 11, kind: 'changed', fields: ['code'] }]);
  expect(laneOf(found, 'products')?.lag).toBeGreaterThan(0);
  expect(laneOf(found, 'stock')).toMatchObject({ outcome: 'equal' });
});

test('people are audited too, while somebody is deleted behind the numbered pages', async () => {
  const shop = openTestShop({ customers: 300 });
  const copy = openCopy(shop);
  await copy.run({ lanes: peopleLanes });
  shop.account.clock.advance('1h');
  let isRemoved = false;
  const transport = tamperedTransport(shop.transport, {
    answer(text, request) {
      if (isRemoved || !request.get('requests')?.includes('getCustomers')) return text;
      isRemoved = true;
      const [first] = shop.account.data('customers').list();
      shop.account.data('customers').remove(Number(first?.customerID));
      return text;
    },
  });
  const found = await audit(shop, copy, { transport, lanes: peopleLanes });
  expect(isRemoved).toBe(true);
  expect(laneOf(found, 'customers')).toMatchObject({ outcome: 'equal', extra: 0 });
});

test('an account with fewer records than it says is refused, and a lane that never ran is not ready', async () => {
  const { shop, copy } = await copied([warehouses]);
  const transport = tamperedTransport(shop.transport, {
    answer: (text) => text.replace(/"recordsTotal":2\b/g, '"recordsTotal":3'),
  });
  const found = await audit(shop, copy, { transport, lanes: [warehouses, stock] });
  expect(outcomes(found)).toEqual({ warehouses: 'refused', stock: 'unready' });
  expect(found.outcome).toBe('refused');
});

test('what is reserved of a product of which none is there is in no file, and does not differ', async () => {
  const { shop, copy } = await copied();
  const row = copy.sink.read('stock').find(({ warehouseID }) => warehouseID === 1);
  if (!row) throw new Error('warehouse 1 has no stock');
  const { id: productID, record } = row;
  const { amountInStock } = record as { amountInStock: number };
  const rows = [{ rowID: 1, stableRowID: 1, productID, amount: 3, price: 1 }];
  shop.account.data('salesDocuments').insert({ type: 'ORDER', warehouseID: 1, confirmed: 1, rows });
  shop.account.stockMovements.insert({ productID, warehouseID: 1, amount: -amountInStock });
  await copy.run();
  const held = copy.sink.read('stock').find(({ id, warehouseID }) => id === productID && warehouseID === 1);
  expect(held?.record).toMatchObject({ amountInStock: 0 });
  expect(held?.record).not.toMatchObject({ amountReserved: 0 });
  shop.account.clock.advance('1h');
  expect(laneOf(await audit(shop, copy), 'stock')).toMatchObject({ outcome: 'equal', extra: 0, lag: 0 });
});

test('a sample finds what is gone from the account, and by their number what is missing', async () => {
  const { shop, copy } = await copied([products]);
  await tamper(copy, 'products', { rows: [{ ...rowOf(copy, 'products', 4), id: 900 }] });
  const sample = { size: 1000, random: () => 0.5 };
  const found = await audit(shop, copy, { lanes: [products], sample });
  expect(laneOf(found, 'products')).toMatchObject({ outcome: 'different', extra: 1, surplus: 1 });
  await tamper(copy, 'products', { deletions: [900, 5, 6] });
  const fewer = await audit(shop, copy, { lanes: [products], sample });
  expect(laneOf(fewer, 'products')).toMatchObject({ outcome: 'different', extra: 0, surplus: -2 });
  const leftOut = new Map([['products', 2]]);
  expect(await audit(shop, copy, { lanes: [products], sample, leftOut })).toMatchObject({ outcome: 'equal' });
});

test('repair removes no more at once than a run would', async () => {
  const { shop, copy } = await copied([products]);
  const some = rowOf(copy, 'products', 4);
  const rows = Array.from({ length: 60 }, (_, index) => ({ ...some, id: 900 + index }));
  await tamper(copy, 'products', { rows });
  const refused = await repair(shop, copy, { lanes: [products] });
  expect(refused.lanes).toMatchObject([
    { outcome: 'refused', refusal: { kind: 'tooManyDeletions' }, deletions: 0 },
  ]);
  const confirmed = await repair(shop, copy, { lanes: [products], confirmDeletions: true });
  expect(confirmed.lanes).toMatchObject([{ deletions: 60 }]);
  expect(readCopy(copy.sink).products).toEqual((await readShop(shop)).products);
});
