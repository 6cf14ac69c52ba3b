import { expect, test } from 'vitest';

import { stock } from '../src/lanes/stock.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { sinkKilledAfter } from './fuse.ts';
import { readCopy } from './read-copy.ts';
import { inOnePiece, tamperedTransport, textOf } from './tampered-transport.ts';
import { openTestShop, readShop } from './test-shop.ts';

const lanes = [stock];
const amountOf = ({ sink }: ShopCopy, productID: number, warehouseID: number) =>
  sink.read('stock').find((row) => row.id === productID && row.warehouseID === warehouseID)?.record;

/** A copy of the stock in two warehouses, and an hour later. */
async function copiedStock() {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run({ lanes });
  shop.account.clock.advance('1h');
  const [key] = (await readShop(shop)).stock?.keys() ?? [];
  const [productID = 0, warehouseID = 0] = (key ?? '').split('/').map(Number);
  return { shop, copy, productID, warehouseID };
}

test('a generation that is not whole is not seen', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const sink = sinkKilledAfter(
    copy.sink,
    ({ checkpoint }) => checkpoint.phase === 'loading' && checkpoint.loaded === 1,
  );
  await expect(copy.run({ lanes, sink })).rejects.toThrow('killed');
  expect(copy.sink.read('stock')).toEqual([]);
  const report = await copy.run({ lanes });
  expect(report.lanes).toMatchObject([{ mode: 'full', resumed: true }]);
  expect(readCopy(copy.sink).stock).toEqual((await readShop(shop)).stock);
});

test('a file is written in chunks, and all of them count', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  let commits = 0;
  const onProgress = () => (commits += 1);
  await copy.run({ lanes, stockChunkRows: 7, onProgress });
  expect(commits).toBeGreaterThan(6);
  expect(readCopy(copy.sink).stock).toEqual((await readShop(shop)).stock);
});

test('stock that moved is read for all warehouses in one bulk request, also where it is 0 now', async () => {
  const { shop, copy, productID, warehouseID } = await copiedStock();
  const { amountInStock } = amountOf(copy, productID, warehouseID) as { amountInStock: number };
  shop.account.stockMovements.insert({ productID, warehouseID, amount: -amountInStock });
  const report = await copy.run({ lanes });
  expect(amountOf(copy, productID, warehouseID)).toMatchObject({ amountInStock: 0 });
  // Warehouses have not changed, and no product was deleted: neither is asked for.
  expect(report.lanes).toMatchObject([{ mode: 'incremental', records: 1, costUnits: 0.2 }]);
  expect(report.costUnits).toBeCloseTo(1 + 0.1 + 0.2, 5);
});

test('a file that is cut off changes nothing', async () => {
  const { shop, copy } = await copiedStock();
  const before = readCopy(copy.sink).stock;
  const transport = tamperedTransport(shop.transport, { file: (text) => text.slice(0, text.length / 2) });
  await expect(copy.run({ lanes, full: true, transport })).rejects.toMatchObject({ kind: 'incomplete' });
  expect(readCopy(copy.sink).stock).toEqual(before);
});

test('a warehouse that comes back empty changes nothing until it is confirmed', async () => {
  const { shop, copy, productID, warehouseID } = await copiedStock();
  const before = readCopy(copy.sink).stock;
  const headerOnly = (file: string) => file.slice(0, file.indexOf('\n') + 1);
  const onlyHeaders = {
    ...shop.transport,
    async open(request: Parameters<typeof shop.transport.open>[0]) {
      const { status, chunks } = await shop.transport.open(request);
      const header = Buffer.from(headerOnly(await textOf(chunks)));
      return { status, contentLength: header.length, chunks: inOnePiece(header) };
    },
  };
  const refused = await copy.run({ lanes, full: true, transport: onlyHeaders });
  expect(refused.lanes[0]?.refusal?.message).toBe(
    'stock: warehouse 1 came back empty, but has stock; no amount was set to 0',
  );
  expect(readCopy(copy.sink).stock).toEqual(before);
  await copy.run({ lanes, full: true, transport: onlyHeaders, confirmDeletions: true });
  expect(amountOf(copy, productID, warehouseID)).toMatchObject({ amountInStock: 0, amountReserved: 0 });
});

test('amounts go on to change while a full read is refused', async () => {
  const { shop, copy, productID, warehouseID } = await copiedStock();
  const { amountInStock } = amountOf(copy, productID, warehouseID) as { amountInStock: number };
  shop.account.stockMovements.insert({ productID, warehouseID, amount: 5 });
  const transport = tamperedTransport(shop.transport, { file: () => '' });
  await copy.run({ lanes, full: true, transport }).catch(() => {});
  expect(amountOf(copy, productID, warehouseID)).toMatchObject({
    amountInStock: expect.closeTo(amountInStock + 5, 6),
  });
});

test('a warehouse that is new makes a full read due', async () => {
  const { shop, copy } = await copiedStock();
  shop.account.data('warehouses').insert({ name: 'New' });
  const report = await copy.run({ lanes });
  expect(report.lanes).toMatchObject([{ mode: 'full' }]);
});

test('a warehouse that is gone makes a full read due, and has no stock then', async () => {
  const { shop, copy } = await copiedStock();
  shop.account.data('warehouses').remove(2);
  const report = await copy.run({ lanes, deletionLimit: { share: 1, atLeast: 0 } });
  expect(report.lanes).toMatchObject([{ mode: 'full', outcome: 'completed' }]);
  expect(readCopy(copy.sink).stock).toEqual((await readShop(shop)).stock);
});

test('a full read is due when the last one is too old', async () => {
  const { copy } = await copiedStock();
  const soon = await copy.run({ lanes, fullStockEverySeconds: 5000 });
  const late = await copy.run({ lanes, fullStockEverySeconds: 0 });
  expect(soon.lanes).toMatchObject([{ mode: 'incremental' }]);
  expect(late.lanes).toMatchObject([{ mode: 'full' }]);
});

test('products that are gone have no stock', async () => {
  const { shop, copy, productID, warehouseID } = await copiedStock();
  shop.account.data('products').remove(productID);
  await copy.run({ lanes });
  expect(amountOf(copy, productID, warehouseID)).toMatchObject({ amountInStock: 0 });
});
