import { describe, expect, test } from 'vitest';

import { documentLanes } from '../src/document-lanes.ts';
import type { Lane } from '../src/lane.ts';
import { payments } from '../src/lanes/payments.ts';
import { purchaseDocuments } from '../src/lanes/purchase-documents.ts';
import { salesDocuments } from '../src/lanes/sales-documents.ts';
import { planLanes } from '../src/plan/plan-lanes.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { openTestShop, type TestShop } from './test-shop.ts';

type Row = Readonly<Record<string, unknown>>;
type Rows = readonly Row[];

interface Kind {
  readonly lane: Lane;
  readonly call: 'getSalesDocuments' | 'getPayments' | 'getPurchaseDocuments';
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Every record of the shop, read without the lane. */
  readonly readAll: (shop: TestShop) => Promise<Rows>;
}

const rows = [{ rowID: 1, stableRowID: 1, productID: 1, amount: 2, price: 5, vatrateID: 1, itemName: 'Cup' }];
const everything = { limit: 1e6, unset: 'keep' } as const;

const kinds: readonly Kind[] = [
  {
    lane: salesDocuments,
    call: 'getSalesDocuments',
    key: 'id',
    fields: {
      type: 'INVOICE',
      number: '1',
      date: '2026-03-01',
      confirmed: 0,
      clientID: 1003,
      warehouseID: 1,
      rows,
    },
    async readAll(shop) {
      await using client = shop.connect();
      return await client.getSalesDocuments.collect(
        { getRowsForAllInvoices: 1, getAddedTimestamp: 1 },
        everything,
      );
    },
  },
  {
    lane: payments,
    call: 'getPayments',
    key: 'paymentID',
    fields: { customerID: 1003, type: 'CASH', typeID: 1, sum: 5, date: '2026-03-01', currencyCode: 'EUR' },
    async readAll(shop) {
      await using client = shop.connect();
      return await client.getPayments.collect({}, everything);
    },
  },
  {
    lane: purchaseDocuments,
    call: 'getPurchaseDocuments',
    key: 'id',
    fields: {
      type: 'PRCINVOICE',
      number: 'S',
      date: '2026-03-01',
      confirmed: 0,
      supplierID: 1,
      warehouseID: 1,
      rows: [],
    },
    async readAll(shop) {
      await using client = shop.connect();
      return await client.getPurchaseDocuments.collect({ getRowsForAllInvoices: 1 }, everything);
    },
  },
];

describe.each(kinds)('$lane.name', ({ lane, call, key, fields, readAll }) => {
  const lanes = [lane];

  /** A shop with so many records of the kind, an hour after the last was made, and a copy. */
  function openShop(count: number) {
    const shop = openTestShop({ customers: 5, documents: 0 });
    const table = shop.account.data(lane.name);
    const before = table.list().length;
    const ids = Array.from({ length: count - before }, () => table.insert(fields));
    shop.account.clock.advance('1h');
    return { shop, copy: openCopy(shop), table, ids };
  }

  /** Links work for a day from when they were read: each reading answers others. */
  const withoutLinks = ({ invoiceLink: _, receiptLink: __, ...record }: Row) => record;
  const copied = ({ sink }: ShopCopy) =>
    new Map(
      sink
        .read(lane.name)
        .flatMap(({ id, record, deletedAt }) =>
          deletedAt === undefined ? [[id, withoutLinks(record as Row)]] : [],
        ),
    );
  const inShop = async (shop: TestShop) =>
    new Map((await readAll(shop)).map((record) => [record[key], withoutLinks(record)]));

  test('a full load costs a tenth of a unit for 100, and 1.3 units beside', async () => {
    const { shop, copy } = openShop(500);
    const { lanes: reports } = await copy.run({ lanes });
    expect(reports).toMatchObject([{ mode: 'full', records: 500, outcome: 'completed' }]);
    // The login, five pages and the empty one that ends them, what changed meanwhile, and the log of deletions.
    expect(shop.account.quota().used).toBeCloseTo(1 + 0.1 * (500 / 100 + 1) + 0.1 + 0.1, 5);
    expect(copied(copy)).toEqual(await inShop(shop));
  });

  test('what changed and what is gone comes with the next run, and nothing else', async () => {
    const { shop, copy, table, ids } = openShop(150);
    await copy.run({ lanes });
    shop.account.clock.advance('1h');
    const [changed = 0, gone = 0] = ids;
    table.update(changed, { date: '2026-02-02' });
    table.remove(gone);
    table.insert(fields);
    const { lanes: reports } = await copy.run({ lanes });
    expect(reports).toMatchObject([{ mode: 'incremental', records: 2, deletions: 1, outcome: 'completed' }]);
    expect(copied(copy)).toEqual(await inShop(shop));
    expect(copied(copy).has(gone)).toBe(false);
  });

  test('one that is deleted behind the cursor costs one more reading, and none is lost', async () => {
    const { shop, copy, ids } = openShop(400);
    const mutate = [{ table: lane.name, op: 'delete' as const, id: ids[2] ?? 0 }];
    shop.account.addFault({ match: { request: call, page: 3, nth: 1 }, effect: { mutate, when: 'before' } });
    const { lanes: reports } = await copy.run({ lanes });
    expect(reports).toMatchObject([{ mode: 'full', outcome: 'completed' }]);
    expect(copied(copy).size).toBe(399);
    expect(copied(copy)).toEqual(await inShop(shop));
  });

  test('a load that was cut off goes on behind the last page', async () => {
    const { shop, copy } = openShop(300);
    shop.account.addFault({ match: { request: call, page: 2, nth: 1 }, effect: { errorCode: 1060 } });
    await copy.run({ lanes }).catch(() => undefined);
    expect(await copy.run({ lanes })).toMatchObject({ outcome: 'completed' });
    expect(copied(copy)).toEqual(await inShop(shop));
  });

  test('a plan says what a run then costs', async () => {
    const { shop, copy } = openShop(500);
    await using client = shop.connect();
    const clock = { now: () => Date.now() };
    const plan = await planLanes({ client, sink: copy.sink, clock, lanes });
    expect(plan.lanes).toMatchObject([{ lane: lane.name, mode: 'full', records: 500 }]);
    const before = shop.account.quota().used;
    await copy.run({ lanes });
    expect(plan.costUnits).toBeCloseTo(shop.account.quota().used - before, 5);
  });
});

test('documents are copied after what they name', () => {
  expect(documentLanes.map(({ name }) => name)).toEqual(['salesDocuments', 'payments', 'purchaseDocuments']);
});
