import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { type MockOptions, startMock } from '@erply-kit/mock';

import { parseCsv } from './parse-csv.ts';
import { environmentOf, runMain } from './run-main.ts';
import { readShopTruth, type ShopTruth, type TrueProduct } from './shop-truth.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A fake with one shop, and a folder for its feed. */
async function shopWithFeed(options: MockOptions = {}) {
  const resources = new AsyncDisposableStack();
  const erply = resources.use(await startMock({ seed: 1, ...options }));
  const folder = resources.use(await temporaryFolder());
  const env = environmentOf(erply.url);
  return {
    erply,
    account: erply.account('100001'),
    truth: () => readShopTruth(erply.url),
    /** Runs the program and gives back the rows of both files. */
    async feed(args = '') {
      const run = await runMain({ args: `run --out . --json ${args}`, cwd: folder.path, env });
      expect(run).toMatchObject({ exitCode: 0 });
      const text = await readFile(join(folder.path, 'stock.csv'), 'utf8');
      const lines = await readFile(join(folder.path, 'stock.ndjson'), 'utf8');
      const ndjson = lines
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      return { report: JSON.parse(run.stdout), csv: parseCsv(text), ndjson };
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

const isInFeed = (product: TrueProduct) =>
  product.status !== 'ARCHIVED' &&
  (product.type === 'PRODUCT' || product.type === 'ASSEMBLY') &&
  product.nonStockProduct === 0;

/** The rows that a feed of all products must have. */
function expectedRows(truth: ShopTruth, negative: 'zero' | 'keep', offline: boolean) {
  return truth.products.filter(isInFeed).flatMap(({ productID, code, code2 }) =>
    truth.warehouses
      .filter((warehouse) => offline || !warehouse.isOffline)
      .map(({ warehouseID }) => {
        const available = truth.available(warehouseID, productID) / 1e6;
        return {
          productID,
          warehouseID,
          available: negative === 'zero' ? Math.max(0, available) : available,
          code,
          code2,
        };
      }),
  );
}

const asText = (rows: readonly Record<string, unknown>[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])));

test('both files say what the shop says, product by product and warehouse by warehouse', async () => {
  await using shop = await shopWithFeed();
  const { csv, ndjson } = await shop.feed();
  const expected = expectedRows(await shop.truth(), 'zero', false);
  expect(expected.length).toBeGreaterThan(1000);
  expect(ndjson).toEqual(expected);
  expect(csv).toEqual(asText(expected));
});

test('nasty codes, decimals and less than nothing come through as they are', async () => {
  await using shop = await shopWithFeed({ dataset: 'nasty' });
  const { csv, ndjson } = await shop.feed('--negative keep --offline');
  const expected = expectedRows(await shop.truth(), 'keep', true);
  expect(expected.some((row) => row.available < 0)).toBe(true);
  expect(expected.some((row) => !Number.isInteger(row.available))).toBe(true);
  expect(ndjson).toEqual(expected);
  expect(csv).toEqual(asText(expected));
});

test('without identifiers and zeros it is the stock as Erply lists it', async () => {
  await using shop = await shopWithFeed({ products: 200 });
  const { ndjson } = await shop.feed('--rows stocked --no-identifiers --warehouse 2 --negative keep');
  const truth = await shop.truth();
  const stocked = truth.products
    .filter((product) => isInFeed(product) && truth.isStocked(2, product.productID))
    .map(({ productID }) => ({ productID, warehouseID: 2, available: truth.available(2, productID) / 1e6 }));
  expect(ndjson.toSorted((a, b) => Number(a.productID) - Number(b.productID))).toEqual(stocked);
});

test('summed over the warehouses it is what they have together', async () => {
  await using shop = await shopWithFeed({ products: 200 });
  const { ndjson } = await shop.feed('--sum --negative keep --offline');
  const truth = await shop.truth();
  const expected = truth.products.filter(isInFeed).map(({ productID, code, code2 }) => {
    const all = truth.warehouses.map(({ warehouseID }) => truth.available(warehouseID, productID));
    return { productID, available: all.reduce((sum, one) => sum + one, 0) / 1e6, code, code2 };
  });
  expect(ndjson).toEqual(expected);
});

test('what is sold out stays in the feed with 0, and what is archived leaves it', async () => {
  await using shop = await shopWithFeed({ products: 200 });
  const before = (await shop.feed('--warehouse 1')).ndjson.filter((row) => Number(row.available) > 0);
  const [soldOut = 0, archived = 0] = before.map((row) => Number(row.productID));
  const onHand = (await shop.truth()).available(1, soldOut) / 1e6;
  shop.account.stockMovements.insert({ productID: soldOut, warehouseID: 1, amount: -onHand });
  shop.account.data('products').update(archived, { status: 'ARCHIVED' });
  const { report, ndjson } = await shop.feed('--warehouse 1');
  expect(ndjson.find((row) => row.productID === soldOut)).toMatchObject({ available: 0 });
  expect(ndjson.find((row) => row.productID === archived)).toBeUndefined();
  expect(report.zeroed).toBe(2);
});

test('a warehouse that is closed or sold empty leaves the amounts of the others moving', async () => {
  await using shop = await shopWithFeed({ products: 200, warehouses: 3 });
  const before = (await shop.feed('--offline')).ndjson;
  const truth = await shop.truth();
  const inStock = (warehouseID: number) =>
    truth.products.map(({ productID }) => productID).filter((id) => truth.isStocked(warehouseID, id));
  shop.erply.clock.advance('1h');
  shop.account.data('warehouses').remove(1);
  for (const productID of inStock(2)) shop.account.stockMovements.insert(leaving(truth, productID, 2));
  const [sold = 0] = inStock(3);
  shop.account.stockMovements.insert(leaving(truth, sold, 3));
  const { report, ndjson } = await shop.feed('--offline');
  expect(report.gone).toMatchObject([{ warehouseID: 1 }]);
  expect(ndjson).toEqual(
    before
      .filter((row) => row.warehouseID !== 1)
      .map((row) => (row.warehouseID === 2 || row.productID === sold ? { ...row, available: 0 } : row)),
  );
});

/** What takes all of a product out of a warehouse. */
function leaving(truth: ShopTruth, productID: number, warehouseID: number) {
  return { productID, warehouseID, amount: -truth.onHand(warehouseID, productID) / 1e6 };
}

test('a run costs a login, a tenth for the warehouses, one for each of them, and a tenth for a thousand products', async () => {
  await using shop = await shopWithFeed({ products: 2500, warehouses: 3 });
  const { report } = await shop.feed('--offline');
  const { used } = shop.account.quota();
  expect(report.costUnits).toBe(used);
  expect(used).toBe(4.4);
});

test('an empty account gets an empty feed or one clear sentence', async () => {
  await using erply = await startMock({ seed: 1, port: 0, dataset: 'empty' });
  await using folder = await temporaryFolder();
  const run = await runMain({ args: 'run --out .', cwd: folder.path, env: environmentOf(erply.url) });
  expect(run.exitCode === 0 || /^(.*\n)?stock-feed: .*\n$/.test(run.stderr)).toBe(true);
});
