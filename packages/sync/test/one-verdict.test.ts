import { expect, test } from 'vitest';

import { products } from '../src/lanes/products.ts';
import { stock } from '../src/lanes/stock.ts';
import { warehouses } from '../src/lanes/warehouses.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { readCopy } from './read-copy.ts';
import { inOnePiece, tamperedTransport, textOf } from './tampered-transport.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

/** A copy of a shop in four warehouses, and an hour later. */
async function copiedShop(count = 200) {
  const shop = openTestShop({ products: count, warehouses: 4, set: { getProductsMax: 1000 } });
  const copy = openCopy(shop);
  await copy.run();
  shop.account.clock.advance('1h');
  return { shop, copy };
}

function removeProducts({ account }: TestShop, count: number) {
  for (let id = 1; id <= count; id += 1) account.data('products').remove(id);
}

/** The file of one warehouse has so many rows and no more, and looks whole. */
function shortFile(
  transport: TestShop['transport'],
  warehouseID: number,
  rows: number,
): TestShop['transport'] {
  let link: string | undefined;
  return {
    async send(request) {
      const reply = await transport.send(request);
      const form = new URLSearchParams(request.form);
      if (form.get('responseType') === 'CSV' && form.get('warehouseID') === `${warehouseID}`)
        link = JSON.parse(new TextDecoder().decode(reply.body)).records[0].reportLink;
      return reply;
    },
    async open(request) {
      const file = await transport.open(request);
      if (request.url !== link) return file;
      const lines = (await textOf(file.chunks)).split('\n').slice(0, rows + 1);
      const body = Buffer.from(`${lines.join('\n')}\n`, 'latin1');
      return { ...file, contentLength: body.length, chunks: inOnePiece(body) };
    },
  };
}

const stockOf = (copy: ShopCopy) => readCopy(copy.sink).stock;
const refusals = (report: Awaited<ReturnType<ShopCopy['run']>>) =>
  report.lanes.flatMap(({ refusal }) => refusal?.message ?? []);

test('products that are too many to be removed keep their stock, until it is confirmed', async () => {
  const { shop, copy } = await copiedShop(120);
  const before = stockOf(copy);
  removeProducts(shop, 62);
  for (let runs = 0; runs < 2; runs += 1) {
    expect(refusals(await copy.run())).toEqual([
      'products: 62 of 120 records would be removed at once, so nothing was removed',
      'stock: 62 of 120 products would be removed at once, so no amount was set to 0',
    ]);
    expect(stockOf(copy)).toEqual(before);
    shop.account.clock.advance('1h');
  }
  const confirmed = await copy.run({ confirmDeletions: true });
  expect(confirmed.lanes.map(({ mode, deletions }) => [mode, deletions > 0])).toEqual([
    ['incremental', false],
    ['incremental', false],
    ['incremental', false],
    ['incremental', true],
    ['incremental', true],
  ]);
  expect(readCopy(copy.sink)).toEqual(await readShop(shop));
});

test('what moves is written all the same, and a full read that is due waits for the verdict', async () => {
  const { shop, copy } = await copiedShop();
  removeProducts(shop, 110);
  shop.account.stockMovements.insert({ productID: 150, warehouseID: 1, amount: 1000 });
  for (const [options, units] of [
    [{}, 0.6],
    [{ full: true }, 0.7],
    [{ fullStockEverySeconds: 0 }, 0.6],
  ] as const) {
    const report = await copy.run(options);
    expect(report.lanes.at(-1)).toMatchObject({
      lane: 'stock',
      outcome: 'refused',
      costUnits: expect.closeTo(units, 5),
    });
  }
  const amounts = stockOf(copy)?.get('150/1') as number[];
  expect(amounts[0]).toBeGreaterThanOrEqual(1000);
  await copy.run({ confirmDeletions: true });
  expect(readCopy(copy.sink)).toEqual(await readShop(shop));
});

test('few of them with stock are judged with all the others', async () => {
  const { shop, copy } = await copiedShop();
  // Of those that go, twenty have stock.
  for (const [key, amounts] of (await readShop(shop)).stock ?? []) {
    const [productID = 0, warehouseID = 0] = key.split('/').map(Number);
    if (productID > 20 && productID <= 110)
      shop.account.stockMovements.insert({ productID, warehouseID, amount: -(amounts as number[])[0]! });
  }
  await copy.run({ full: true });
  shop.account.clock.advance('1h');
  removeProducts(shop, 110);
  const report = await copy.run();
  expect(refusals(report)).toHaveLength(2);
  expect([...(stockOf(copy)?.keys() ?? [])].some((key) => Number(key.split('/')[0]) <= 20)).toBe(true);
});

test('the lane of stock alone judges as the lane of products would', async () => {
  const { shop, copy } = await copiedShop();
  const before = stockOf(copy);
  removeProducts(shop, 110);
  expect(refusals(await copy.run({ lanes: [stock] }))).toHaveLength(1);
  expect(stockOf(copy)).toEqual(before);
  // What the lane of products has removed is gone for both.
  await copy.run({ lanes: [products], confirmDeletions: true });
  expect(refusals(await copy.run({ lanes: [stock] }))).toEqual([]);
  expect(stockOf(copy)).toEqual((await readShop(shop)).stock);
});

test('a copy of stock alone counts products, not amounts', async () => {
  const shop = openTestShop({ products: 200, warehouses: 4, set: { getProductsMax: 1000 } });
  const copy = openCopy(shop);
  await copy.run({ lanes: [stock] });
  shop.account.clock.advance('1h');
  removeProducts(shop, 110);
  const [message] = refusals(await copy.run({ lanes: [stock] }));
  expect(message).toMatch(/^stock: (\d+) of (\d+) products would be removed at once/);
});

test('a full read of products that is refused holds the full read of stock back, too', async () => {
  const { shop, copy } = await copiedShop();
  const before = stockOf(copy);
  removeProducts(shop, 110);
  const withoutLog = tamperedTransport(shop.transport, {
    answer: (text, request) =>
      request.get('requests')?.includes('getUserOperationsLog')
        ? text
            .replace(/"records":\[.*\]\}\]/s, '"records":[]}]')
            .replace(/"records(Total|InResponse)":"?\d+"?/g, '"records$1":0')
        : text,
  });
  const report = await copy.run({
    full: true,
    transport: withoutLog,
    deletionLimit: { share: 0.51, atLeast: 50 },
  });
  expect(refusals(report)).toEqual([
    'products: 110 of 200 records would be removed at once, so nothing was removed',
    'stock: products were not removed, so no amount was set to 0',
  ]);
  expect(stockOf(copy)).toEqual(before);
});

test('a warehouse that is gone needs no confirmation, and the others go on', async () => {
  const { shop, copy } = await copiedShop();
  shop.account.data('warehouses').remove(2);
  shop.account.stockMovements.insert({ productID: 150, warehouseID: 1, amount: 1000 });
  const report = await copy.run();
  expect(report.outcome).toBe('completed');
  expect(readCopy(copy.sink)).toEqual(await readShop(shop));
  shop.account.clock.advance('1h');
  const next = await copy.run();
  expect(next.lanes.at(-1)).toMatchObject({ lane: 'stock', mode: 'incremental', outcome: 'completed' });
});

test('what is left of the warehouses is judged as ever', async () => {
  const { shop, copy } = await copiedShop();
  shop.account.data('warehouses').remove(2);
  const report = await copy.run({ transport: shortFile(shop.transport, 3, 10) });
  expect(refusals(report)).toEqual([
    expect.stringMatching(/^stock: \d+ of \d+ products would have an amount set to 0 at once, so none was$/),
  ]);
  // Amounts in warehouse 2 are as they were, too.
  expect([...(stockOf(copy)?.keys() ?? [])].some((key) => key.endsWith('/2'))).toBe(true);
});

test('a list without a warehouse that the copy has is not believed', async () => {
  const { shop, copy } = await copiedShop();
  const before = stockOf(copy);
  shop.account.data('warehouses').remove(2);
  const alone = await copy.run({ lanes: [stock] });
  expect(refusals(alone)).toEqual([
    'stock: warehouse 2 is not listed any more, but the lane warehouses has it; no amount was set to 0',
  ]);
  expect(stockOf(copy)).toEqual(before);
  expect((await copy.run({ lanes: [warehouses, stock] })).outcome).toBe('completed');
  expect(stockOf(copy)).toEqual((await readShop(shop)).stock);
});

test('an empty list of warehouses sets nothing to 0, however little there is', async () => {
  const { shop, copy } = await copiedShop(40);
  const before = stockOf(copy);
  shop.account.clock.advance('1d');
  const noWarehouses = tamperedTransport(shop.transport, {
    answer: (text, request) =>
      request.get('requests')?.includes('getWarehouses')
        ? text
            .replace(/"records":\[.*\]\}\]/s, '"records":[]}]')
            .replace(/"records(Total|InResponse)":\d+/g, '"records$1":0')
        : text,
  });
  const report = await copy.run({ transport: noWarehouses });
  expect(refusals(report)).toHaveLength(2);
  expect(stockOf(copy)).toEqual(before);
});

test('fewer warehouses than the server counts: refused', async () => {
  const { shop, copy } = await copiedShop(40);
  shop.account.clock.advance('1d');
  const cutOff = tamperedTransport(shop.transport, {
    answer: (text, request) =>
      request.get('requests')?.includes('getWarehouses')
        ? text.replace(/"recordsTotal":4/g, '"recordsTotal":5')
        : text,
  });
  const report = await copy.run({ transport: cutOff });
  expect(refusals(report)).toEqual([
    'warehouses: only 4 of 5 warehouses came',
    'stock: only 4 of 5 warehouses came',
  ]);
});
