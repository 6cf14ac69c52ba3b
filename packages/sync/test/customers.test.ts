import { expect, test } from 'vitest';

import { caseCount, propertySeed } from '@erply-kit/tooling/property';

import { addresses } from '../src/lanes/addresses.ts';
import { customerGroups } from '../src/lanes/customer-groups.ts';
import { customers, defineCustomers } from '../src/lanes/customers.ts';
import { peopleLanes } from '../src/people-lanes.ts';
import { runLanes } from '../src/run-lanes.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { createFuse, fusedSink, fusedTransport } from './fuse.ts';
import { openTestShop, type TestShop } from './test-shop.ts';

const lanes = [customers];
const firstID = 1001;

const openShop = (count: number) => {
  const shop = openTestShop({ customers: count });
  return { shop, copy: openCopy(shop) };
};

const aliveIn = ({ sink }: ShopCopy, lane = 'customers') =>
  new Map(
    sink.read(lane).flatMap(({ id, record, deletedAt }) => (deletedAt === undefined ? [[id, record]] : [])),
  );

/** Every customer of the shop, read without the lanes. */
async function customersOf(shop: TestShop): Promise<Map<number, unknown>> {
  await using client = shop.connect();
  const input = { mode: 'ALL', responseMode: 'detail' } as const;
  const records = await client.getCustomers.collect(input, { limit: 1e6, unset: 'keep' });
  return new Map(records.map((record) => [record.customerID, record]));
}

/** Another user deletes customers right before a page is answered, the n-th time that it is asked for. */
function deleteBefore({ account }: TestShop, page: number, ids: readonly number[], nth = 1) {
  const mutate = ids.map((id) => ({ table: 'customers', op: 'delete' as const, id }));
  account.addFault({ match: { request: 'getCustomers', page, nth }, effect: { mutate, when: 'before' } });
}

const usedBy = ({ account }: TestShop) => account.quota().used;

// A unit for the login, a tenth for each page and one for the empty one that ends them, for what changed meanwhile,
// and for the log of deletions.
const unitsOf = (count: number) => 1 + 0.1 * (count / 100 + 1) + 0.1 + 0.1;

test('a full load of customers costs a tenth of a unit for 100, and 1.3 units beside', async () => {
  const { shop, copy } = openShop(1000);
  const { lanes: reports } = await copy.run({ lanes });
  expect(reports).toMatchObject([{ mode: 'full', records: 1000, outcome: 'completed' }]);
  expect(usedBy(shop)).toBeCloseTo(unitsOf(1000), 5);
  expect(unitsOf(100_000)).toBeLessThan(105);
  expect(aliveIn(copy)).toEqual(await customersOf(shop));
});

test('a customer who is deleted behind the cursor costs one more reading, and nobody is lost', async () => {
  const { shop, copy } = openShop(1000);
  deleteBefore(shop, 6, [firstID + 1, firstID + 90]);
  const { lanes: reports } = await copy.run({ lanes });
  expect(reports).toMatchObject([{ mode: 'full', outcome: 'completed' }]);
  // With two customers fewer, the tenth page is short: no empty one comes behind it.
  expect(usedBy(shop)).toBeCloseTo(2 * unitsOf(900) - 1, 5);
  expect(aliveIn(copy)).toEqual(await customersOf(shop));
  expect(aliveIn(copy).size).toBe(998);
});

test('one who is deleted ahead of the cursor costs nothing', async () => {
  const { shop, copy } = openShop(1000);
  deleteBefore(shop, 3, [firstID + 900]);
  await copy.run({ lanes });
  expect(usedBy(shop)).toBeCloseTo(unitsOf(900), 5);
  expect(aliveIn(copy)).toEqual(await customersOf(shop));
});

test('where it happens each time, the lane is refused, and the next run reads it', async () => {
  const { shop, copy } = openShop(300);
  for (const nth of [1, 2, 3]) deleteBefore(shop, 3, [firstID + nth], nth);
  const refused = await copy.run({ lanes });
  expect(refused.lanes).toMatchObject([{ outcome: 'refused', refusal: { kind: 'incomplete' } }]);
  expect(refused.lanes[0]?.refusal?.message).toBe(
    'customers: records were deleted each of the 3 times that the list was read, which can hide others; it starts anew',
  );
  expect(await copy.run({ lanes })).toMatchObject({ outcome: 'completed' });
  expect(aliveIn(copy)).toEqual(await customersOf(shop));
});

test('a deletion behind the cursor hides nobody who changed', async () => {
  const { shop, copy } = openShop(400);
  await copy.run({ lanes });
  shop.account.clock.advance('1h');
  for (let id = firstID; id < firstID + 400; id += 1)
    shop.account.data('customers').update(id, { phone: `+1 202 555 0${id % 100}` });
  deleteBefore(shop, 3, [firstID + 5]);
  const before = usedBy(shop);
  const { lanes: reports } = await copy.run({ lanes });
  expect(reports).toMatchObject([{ mode: 'incremental', deletions: 1, outcome: 'completed' }]);
  // Login, what changed, four pages, the log; and three full pages with a short one and the log again.
  expect(usedBy(shop) - before).toBeCloseTo(1 + 0.1 + 0.4 + 0.1 + 0.4 + 0.1, 5);
  expect(aliveIn(copy)).toEqual(await customersOf(shop));
  // What was deleted before a pass does not make it be read again, though the log has it still.
  shop.account.clock.advance('1h');
  const quiet = usedBy(shop);
  await copy.run({ lanes });
  expect(usedBy(shop) - quiet).toBeCloseTo(1 + 0.1 + 0.4 + 0.1, 5);
});

test('groups of customers are flat, and addresses come with what changed', async () => {
  const { shop, copy } = openShop(150);
  const { lanes: reports } = await copy.run({ lanes: peopleLanes });
  expect(reports.map(({ lane, outcome }) => [lane, outcome])).toEqual([
    ['customerGroups', 'completed'],
    ['customers', 'completed'],
    ['suppliers', 'completed'],
    ['addresses', 'completed'],
  ]);
  const groups = [...aliveIn(copy, customerGroups.name).values()] as {
    parentID: number;
    subGroups?: unknown;
  }[];
  expect(groups).toHaveLength(6);
  expect(groups.some(({ parentID }) => parentID > 0)).toBe(true);
  expect(groups.every(({ subGroups }) => subGroups === undefined)).toBe(true);
  await using client = shop.connect();
  const readAddresses = async () =>
    new Map(
      (await client.getAddresses.collect({}, { limit: 1e6, unset: 'keep' })).map((record) => [
        record.addressID,
        record,
      ]),
    );
  const before = await readAddresses();
  expect(before.size).toBeGreaterThan(100);
  expect(aliveIn(copy, 'addresses')).toEqual(before);
  shop.account.clock.advance('1h');
  const [[first], [second]] = [...before.keys()].map((id) => [id]) as [[number], [number]];
  shop.account.data('addresses').update(first, { city: 'Elsewhere' });
  shop.account.data('addresses').remove(second);
  const next = await copy.run({ lanes: [addresses] });
  expect(next.lanes).toMatchObject([{ mode: 'incremental', records: 1, deletions: 1 }]);
  expect(aliveIn(copy, 'addresses')).toEqual(await readAddresses());
});

test('only the fields that a lane is made with are asked for', async () => {
  const { copy } = openShop(120);
  await copy.run({ lanes: [defineCustomers({ fields: ['groupID', 'lastModified'] })] });
  const records = [...aliveIn(copy).values()] as object[];
  expect(records).toHaveLength(120);
  for (const record of records)
    expect(Object.keys(record).sort()).toEqual(['customerID', 'groupID', 'lastModified']);
});

// Every await in `pnpm test:deep`; else one in twenty-two, others each time.
const stride = Math.max(1, Math.round(22 / caseCount(1)));

for (const isFirst of [true, false])
  test(`${isFirst ? 'a first import' : 'an import of changes'} that is killed at any await while customers go is finished by the next run`, async () => {
    for (let point = 1 + (propertySeed % stride), isOver = false; !isOver; point += stride) {
      const { shop, copy } = openShop(250);
      if (!isFirst) {
        await copy.run({ lanes });
        shop.account.clock.advance('1h');
        for (let id = firstID; id < firstID + 240; id += 1)
          shop.account.data('customers').update(id, { mobile: '' });
      }
      deleteBefore(shop, 2, [firstID + 5]);
      deleteBefore(shop, 3, [firstID + 7]);
      const fuse = createFuse(point);
      {
        await using client = shop.connect({
          transport: fusedTransport(shop.transport, fuse),
          retry: { attempts: 1 },
        });
        const clock = { now: () => Date.now() };
        await runLanes({ client, sink: fusedSink(copy.sink, fuse), clock, lanes }).catch((error) => {
          if (!fuse.isBlown) throw error;
        });
      }
      isOver = !fuse.isBlown;
      shop.account.data('customers').remove(firstID + 9);
      expect(await copy.run({ lanes })).toMatchObject({ outcome: 'completed' });
      expect(aliveIn(copy)).toEqual(await customersOf(shop));
    }
  });
