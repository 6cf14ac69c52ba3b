import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { parseCsv } from '../test/parse-csv.ts';
import { runScripted } from '../test/run-scripted.ts';
import { productsTo, serverTime } from '../test/scripted-source.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import type { StockRow } from './source/stock-source.ts';

const text = (folder: string, name = 'stock.csv') => readFile(join(folder, name), 'utf8');

test('stock as it comes: a row for each product and warehouse', async () => {
  await using folder = await temporaryFolder();
  await runScripted({ folder: folder.path, shop: { stock: { 1: [[7, 5, 2]], 2: [[3, 1]] } } });
  expect(await text(folder.path)).toBe('"productID","warehouseID","available"\n7,1,3\n3,2,1\n');
  expect(await text(folder.path, 'stock.ndjson')).toBe(
    '{"productID":7,"warehouseID":1,"available":3}\n{"productID":3,"warehouseID":2,"available":1}\n',
  );
});

test('summed: a row for each product, by ID', async () => {
  await using folder = await temporaryFolder();
  const shop = {
    stock: {
      1: [[7, 0.1]],
      2: [
        [3, 1, 4],
        [7, 0.2],
      ],
    },
  } as const;
  await runScripted({ folder: folder.path, shop, policy: { sum: true } });
  expect(await text(folder.path)).toBe('"productID","available"\n3,-3\n7,0.3\n');
});

test('what one warehouse lacks is taken from the others before less than nothing becomes zero', async () => {
  await using folder = await temporaryFolder();
  const shop = { stock: { 1: [[7, -4]], 2: [[7, 10]], 3: [[8, -1]] } } as const;
  await runScripted({ folder: folder.path, shop, policy: { sum: true, negative: 'zero' } });
  expect(await text(folder.path)).toBe('"productID","available"\n7,6\n8,0\n');
});

test('a sum that would not be exact replaces nothing', async () => {
  await using folder = await temporaryFolder();
  const stock = { 1: [[7, 9_007_199_254]], 2: [[7, 1]] } as const;
  await expect(runScripted({ folder: folder.path, shop: { stock }, policy: { sum: true } })).rejects.toThrow(
    'nothing replaced: the sum of product 7 is too large to be exact',
  );
  expect(await readdir(folder.path)).toEqual([]);
});

test('all products: what has no stock has a zero in every warehouse', async () => {
  await using folder = await temporaryFolder();
  const shop = { stock: { 1: [[2, 5]], 2: [] }, products: productsTo(2) } as const;
  await runScripted({ folder: folder.path, shop, policy: { rows: 'all', identifiers: true } });
  expect(await text(folder.path)).toBe(
    [
      '"productID","warehouseID","available","code","code2"',
      '1,1,0,"P1",""',
      '1,2,0,"P1",""',
      '2,1,5,"P2",""',
      '2,2,0,"P2",""\n',
    ].join('\n'),
  );
});

test('stocked products with identifiers: only what the stock lists', async () => {
  await using folder = await temporaryFolder();
  const shop = { stock: { 1: [[2, 5, 5]], 2: [] }, products: productsTo(2) } as const;
  await runScripted({ folder: folder.path, shop, policy: { identifiers: true } });
  expect(await text(folder.path)).toBe(
    '"productID","warehouseID","available","code","code2"\n2,1,0,"P2",""\n',
  );
});

test('stock of a product that is archived or gone is left out and counted', async () => {
  await using folder = await temporaryFolder();
  const shop = {
    stock: {
      1: [
        [2, 5],
        [9, 5],
      ],
      2: [[9, 1]],
    },
    products: productsTo(2),
  } as const;
  const { leftOut } = await runScripted({ folder: folder.path, shop, policy: { rows: 'all' } });
  expect(leftOut).toBe(1);
  expect(await text(folder.path)).not.toContain('9,');
});

test('the manifest has the server time, the policy and the checksums', async () => {
  await using folder = await temporaryFolder();
  await runScripted({ folder: folder.path, shop: { stock: { 1: [[7, 5]], 2: [] } } });
  const meta = JSON.parse(await text(folder.path, 'manifest.json'));
  const sha256 = createHash('sha256')
    .update(await text(folder.path))
    .digest('hex');
  expect(meta).toMatchObject({
    generatedAt: new Date(serverTime * 1000).toISOString(),
    clientCode: '100001',
    rows: 1,
    policy: { rows: 'stocked', negative: 'keep', sum: false },
    warehouses: [
      { warehouseID: 1, name: 'Warehouse 1', stockRows: 1 },
      { warehouseID: 2, name: 'Warehouse 2', stockRows: 0 },
    ],
    version: 1,
    watermark: serverTime - 60,
    files: [{ name: 'stock.csv', format: 'csv', rows: 1, sha256 }, { name: 'stock.ndjson' }],
  });
});

test('a read that fails leaves the old files, and nothing beside them', async () => {
  await using folder = await temporaryFolder();
  await runScripted({ folder: folder.path, shop: { stock: { 1: [[7, 5]] } } });
  const before = await Promise.all((await readdir(folder.path)).map((name) => text(folder.path, name)));
  const beforeRow = () => {
    throw new Error('cut off');
  };
  const broken = runScripted({ folder: folder.path, shop: { stock: { 1: [[7, 1]] }, beforeRow } });
  await expect(broken).rejects.toThrow('cut off');
  const after = await Promise.all((await readdir(folder.path)).map((name) => text(folder.path, name)));
  expect(after).toEqual(before);
});

test('an abort after the last row still leaves the old files', async () => {
  await using folder = await temporaryFolder();
  await runScripted({ folder: folder.path, shop: { stock: { 1: [[7, 5]] } } });
  const { abort, signal } = withAbort();
  const aborted = runScripted({
    folder: folder.path,
    shop: { stock: { 1: [[7, 1]] }, beforeRow: abort },
    signal,
  });
  await expect(aborted).rejects.toThrow();
  expect(await text(folder.path)).toContain('7,1,5');
});

test('rows are on the disk before the last one has come: nothing is held back', async () => {
  await using folder = await temporaryFolder();
  const rows = productsTo(30_000).map(({ productID }) => [productID, 5] as const);
  let onDisk = 0;
  const beforeRow = async (row: StockRow) => {
    if (row.productID !== rows.length) return;
    const [temporary = ''] = (await readdir(folder.path)).filter((name) => name.endsWith('.tmp'));
    onDisk = (await text(folder.path, temporary)).split('\n').length;
  };
  await runScripted({ folder: folder.path, shop: { stock: { 1: rows }, beforeRow }, formats: ['csv'] });
  expect(onDisk).toBeGreaterThan(rows.length * 0.7);
});

test('a file that is not a feed is not replaced', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'stock.csv'), 'name,phone\nAnn,5\n');
  await expect(runScripted({ folder: folder.path, shop: { stock: { 1: [[7, 5]] } } })).rejects.toThrow(
    'is not a feed of this program',
  );
  expect(await text(folder.path)).toBe('name,phone\nAnn,5\n');
});

type Row = [productID: number, amountInStock: number, amountReserved: number];

const rowOf = (productIDs: fc.Arbitrary<number>): fc.Arbitrary<Row> =>
  fc.tuple(
    productIDs,
    fc
      .tuple(fc.integer({ min: -2_000_000, max: 50_000_000 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, decimals]) => digits / 10 ** decimals),
    fc.integer({ min: 0, max: 100 }).map((eighths) => eighths / 8),
  );
/** At most one row of each of 30 products, in any order. */
const rows = fc.uniqueArray(rowOf(fc.integer({ min: 1, max: 30 })), {
  selector: ([productID]) => productID,
  maxLength: 30,
  size: 'max',
});
/** Of three warehouses; at least one product has stock. */
const stocks: fc.Arbitrary<Record<number, Row[]>> = fc
  .tuple(rowOf(fc.constant(99)), rows, rows, rows)
  .map(([first, one, two, five]) => ({ 1: [first, ...one], 2: two, 5: five }));

test('sums over warehouses equal the sums of the rows by warehouse, whatever the order', async () => {
  const sumsEqual = fc.asyncProperty(stocks, async (stock) => {
    await using folder = await temporaryFolder();
    const one = { folder: folder.path, shop: { stock }, formats: ['csv'] } as const;
    await runScripted(one);
    const expected = new Map<string, number>();
    for (const row of parseCsv(await text(folder.path)))
      expected.set(
        row.productID!,
        (expected.get(row.productID!) ?? 0) + Math.round(Number(row.available) * 1e6),
      );
    await runScripted({ ...one, policy: { sum: true }, safety: { maxZeroedPercent: 100 } });
    const found = parseCsv(await text(folder.path)).map((row) => [
      row.productID!,
      Math.round(Number(row.available) * 1e6),
    ]);
    expect(new Map(found as [string, number][])).toEqual(expected);
  });
  await fc.assert(sumsEqual, propertyRun(15));
});

function withAbort() {
  const controller = new AbortController();
  return { abort: () => controller.abort('SIGTERM'), signal: controller.signal };
}
