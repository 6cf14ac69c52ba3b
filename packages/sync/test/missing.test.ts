import { expect, test } from 'vitest';

import { productGroups } from '../src/lanes/product-groups.ts';
import { products } from '../src/lanes/products.ts';
import { stock } from '../src/lanes/stock.ts';
import { warehouses } from '../src/lanes/warehouses.ts';
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

test.each([
  [
    'getProductGroups',
    productGroups,
    'productGroups: only \\d+ of an unknown number of groups at the top came',
  ],
  ['getWarehouses', warehouses, 'warehouses: only \\d+ of an unknown number of warehouses came'],
] as const)(
  'a word for a number of records is neither believed nor shown: %s',
  async (call, lane, message) => {
    const { shop, copy } = await copiedShop();
    const transport = inAnswersTo(shop, call, (text) =>
      text.replace(/"recordsTotal":\d+/g, '"recordsTotal":"CANARY-SECRET-7f3a"'),
    );
    const report = await copy.run({ lanes: [lane], transport, full: true });
    expect(report.lanes[0]?.refusal).toEqual({
      kind: 'incomplete',
      message: expect.stringMatching(new RegExp(`^${message}$`)),
    });
  },
);

test('a full read of which nobody knows how long it should be is refused', async () => {
  const { shop, copy } = await copiedShop();
  const transport = inAnswersTo(shop, 'getProducts', (text) => text.replace(/"recordsTotal":\d+,/g, ''));
  const report = await copy.run({ lanes: [products], transport, full: true });
  expect(report.lanes[0]?.refusal).toEqual({
    kind: 'unreadable',
    message:
      'products: an answer does not say how many records there are, so nobody knows whether all have come',
  });
  expect(copy.sink.read('products').filter(({ deletedAt }) => deletedAt !== undefined)).toEqual([]);
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
