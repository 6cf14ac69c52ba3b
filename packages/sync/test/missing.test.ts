import { expect, test } from 'vitest';

import type { RecordLane } from '../src/lane.ts';
import { brands } from '../src/lanes/brands.ts';
import { customerGroups } from '../src/lanes/customer-groups.ts';
import { productFiles } from '../src/lanes/product-files.ts';
import { productGroups } from '../src/lanes/product-groups.ts';
import { productPackages } from '../src/lanes/product-packages.ts';
import { productPictures } from '../src/lanes/product-pictures.ts';
import { productUnits } from '../src/lanes/product-units.ts';
import { products } from '../src/lanes/products.ts';
import { stock } from '../src/lanes/stock.ts';
import { warehouses } from '../src/lanes/warehouses.ts';
import { MappingError } from '../src/mapping-error.ts';
import type { Entry, Sink } from '../src/sink.ts';
import { openCopy } from './copy-shop.ts';
import { readCopy } from './read-copy.ts';
import { tamperedTransport } from './tampered-transport.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

/** A copy of the shop, and an hour later. */
async function copiedShop() {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run();
  shop.account.clock.advance('1h');
  return { shop, copy };
}

interface Answer {
  readonly status: object;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** The answers of a bulk request, each of them changed. */
function inEachAnswer(text: string, change: (answer: Answer) => Answer): string {
  const { requests, ...bulk } = JSON.parse(text) as { readonly requests: readonly Answer[] };
  return JSON.stringify({ ...bulk, requests: requests.map(change) });
}

/** The wire with every answer to a call changed. */
const inAnswersTo = ({ transport }: TestShop, call: string, change: (text: string) => string) =>
  tamperedTransport(transport, {
    answer: (text, request) => (request.get('requests')?.includes(`"${call}"`) ? change(text) : text),
  });

for (const field of ['itemID', 'tableName', 'timestamp'])
  for (const [what, value] of [
    ['missing', ''],
    ['null', `"${field}":null,`],
    ['of another type', `"${field}":[],`],
  ] as const)
    test(`an entry of the log whose ${field} is ${what} is not skipped`, async () => {
      const { shop, copy } = await copiedShop();
      shop.account.data('products').remove(7);
      const transport = inAnswersTo(shop, 'getUserOperationsLog', (text) =>
        text.replace(new RegExp(`"${field}":("[^"]*"|\\d+),`, 'g'), value),
      );
      const report = await copy.run({ lanes: [products, stock], transport });
      expect(report.lanes.map(({ refusal }) => refusal)).toEqual(
        ['products', 'stock'].map((lane) => ({
          kind: 'unreadable',
          message: `${lane}: an entry of the operations log has no ${field}`,
        })),
      );
      expect((await copy.run()).outcome).toBe('completed');
      expect(readCopy(copy.sink)).toEqual(await readShop(shop));
    });

test('groups without their subgroups are refused, not taken for leaves', async () => {
  const { shop, copy } = await copiedShop();
  const transport = inAnswersTo(shop, 'getProductGroups', (text) => text.replace(/,"subGroups":\[\]/g, ''));
  const report = await copy.run({ lanes: [productGroups], transport, full: true });
  expect(report.lanes[0]?.refusal).toEqual({
    kind: 'unreadable',
    message: 'productGroups: a group came without subGroups; nothing was written',
  });
});

test('fewer groups at the top than the server counts: refused', async () => {
  const { shop, copy } = await copiedShop();
  const transport = inAnswersTo(shop, 'getProductGroups', (text) =>
    text.replace(/"recordsTotal":\d+/g, '"recordsTotal":99'),
  );
  const report = await copy.run({ lanes: [productGroups], transport, full: true });
  expect(report.lanes[0]?.refusal?.message).toMatch(/^productGroups: only \d+ of 99 groups at the top came$/);
});

for (const [what, total] of [
  ['a word', '"recordsTotal":"CANARY-SECRET-7f3a"'],
  ['nothing', '"other":0'],
] as const)
  test.each([
    ['getProductGroups', productGroups],
    ['getWarehouses', warehouses],
    ['getProductUnits', productUnits],
    ['getCustomerGroups', customerGroups],
  ] as const)(`${what} for a number of records is neither believed nor shown: %s`, async (call, lane) => {
    const { shop, copy } = await copiedShop();
    const transport = inAnswersTo(shop, call, (text) => text.replace(/"recordsTotal":\d+/g, total));
    const report = await copy.run({ lanes: [lane], transport, full: true });
    expect(report.lanes[0]?.refusal).toEqual({ kind: 'unreadable', message: unknownLength(lane.name) });
  });

const unknownLength = (lane: string) =>
  `${lane}: an answer does not say how many records there are, so nobody knows whether all have come`;

test('a full read of which nobody knows how long it should be is refused', async () => {
  const { shop, copy } = await copiedShop();
  const transport = inAnswersTo(shop, 'getProducts', (text) => text.replace(/"recordsTotal":\d+,/g, ''));
  const report = await copy.run({ lanes: [products], transport, full: true });
  expect(report.lanes[0]?.refusal).toEqual({
    kind: 'unreadable',
    message: unknownLength('products'),
  });
  expect(copy.sink.read('products').filter(({ deletedAt }) => deletedAt !== undefined)).toEqual([]);
});

test.each([
  ['getProducts', products],
  ['getUserOperationsLog', products],
  ['getUserOperationsLog', stock],
  ['getProductStock', stock],
  ['getBrands', brands],
] as const)('no changes, of which no number is said either, move nothing: %s', async (call, lane) => {
  const { shop, copy } = await copiedShop();
  const { account } = shop;
  account.data('products').update(3, { name: 'Renamed' });
  account.data('products').remove(7);
  account.data('brands').insert({ name: 'New' });
  account.stockMovements.insert({ productID: 3, warehouseID: 1, amount: 5 });
  const before = await copy.sink.state(lane.name);
  const transport = inAnswersTo(shop, call, (text) =>
    inEachAnswer(text, ({ status }) => ({
      status: { ...status, recordsTotal: undefined, recordsInResponse: 0 },
      records: [],
    })),
  );
  const report = await copy.run({ lanes: [lane], transport });
  expect(report.lanes[0]?.refusal).toEqual({ kind: 'unreadable', message: unknownLength(lane.name) });
  expect((await copy.sink.state(lane.name))?.checkpoint).toMatchObject({
    watermark: before?.checkpoint.phase === 'idle' ? before.checkpoint.watermark : Number.NaN,
  });
  await copy.run();
  expect(readCopy(copy.sink)).toEqual(await readShop(shop));
});

test.each([
  ['images', productPictures],
  ['relatedFiles', productFiles],
  ['productPackages', productPackages],
] as const)(
  '%s that no product has any more are taken for left out, until it is confirmed',
  async (field, lane) => {
    const { shop, copy } = await copiedShop();
    await copy.run({ lanes: [lane] });
    const alive = () => copy.sink.read(lane.name).filter(({ deletedAt }) => deletedAt === undefined).length;
    const before = alive();
    expect(before).toBeGreaterThan(0);
    const transport = inAnswersTo(shop, 'getProducts', (text) =>
      inEachAnswer(text, ({ status, records }) => ({
        status,
        records: records.map(({ [field]: _, ...product }) => product),
      })),
    );
    const { lanes: reports } = await copy.run({ lanes: [lane], transport, full: true });
    expect(reports[0]?.refusal).toEqual({
      kind: 'empty',
      message: `${lane.name}: nothing came that could hold the ${before} records that are there`,
    });
    expect(alive()).toBe(before);
    await copy.run({ lanes: [lane], transport, full: true, confirmDeletions: true });
    expect(alive()).toBe(0);
  },
);

test('a list that is short by as many as went aside is not whole', async () => {
  const { shop, copy } = await copiedShop();
  const sink: Sink<Entry> = {
    ...copy.sink,
    toRow(lane, entry) {
      if (entry.id === 3 || entry.id === 4) throw new MappingError('price', 'not a number');
      return copy.sink.toRow(lane, entry);
    },
  };
  // The client refuses such an answer too; a lane of another maker may not.
  const short: RecordLane = {
    ...products,
    async *read(client, request) {
      for await (const page of products.read(client, request))
        yield { ...page, records: page.records.filter((record) => Number(products.idOf(record)) < 49) };
    },
  };
  const report = await copy.run({ lanes: [short], sink, full: true });
  expect(report.lanes[0]?.refusal).toEqual({
    kind: 'incomplete',
    message: 'products: the full read found 48 of 50 records; it starts anew',
  });
  expect(await copy.run({ lanes: [products], sink, full: true })).toMatchObject({ outcome: 'completed' });
  const fresh = openCopy(shop);
  const first = await fresh.run({ lanes: [products], sink: { ...sink, ...fresh.sink, toRow: sink.toRow } });
  expect(first.lanes[0]).toMatchObject({ outcome: 'completed', records: 48, deadLetters: 2 });
});

test('a stock file of which no row can be read is refused, a row here and there goes aside', async () => {
  const { shop, copy } = await copiedShop();
  const before = readCopy(copy.sink).stock;
  // The length of the file stays what it was announced to be.
  const blank = (row: string) => row.replace(/\d+"$/, (cell) => `${' '.repeat(cell.length - 1)}"`);
  const empty = (lines: number) =>
    tamperedTransport(shop.transport, {
      file: (text) =>
        text
          .split('\n')
          .map((row, line) => (line >= 1 && line <= lines ? blank(row) : row))
          .join('\n'),
    });
  const all = await copy.run({ lanes: [stock], full: true, transport: empty(1000) });
  expect(all.lanes[0]?.refusal?.message).toMatch(
    /^stock: none of \d+ records can be read \(amountReserved is not a number\); nothing of them was written$/,
  );
  const some = await copy.run({ lanes: [stock], full: true, transport: empty(2) });
  expect(some.lanes[0]).toMatchObject({ outcome: 'completed', deadLetters: 4 });
  expect(readCopy(copy.sink).stock).toEqual(before);
});
