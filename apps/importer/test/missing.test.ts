import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';
import {
  brands,
  type MappingError,
  priceListProducts,
  priceLists,
  priorityGroups,
  productCategories,
  productGroups,
  products,
  productUnits,
  type RunReport,
  vatRates,
  warehouses,
} from '@erply-kit/sync';

import { sqliteAddress } from '../src/database/database-address.ts';
import { type ImportOptions, runImport } from '../src/run-import.ts';
import { brands as brandTable } from '../src/tables/brands.ts';
import type { FieldReader } from '../src/tables/columns.ts';
import { priceListProducts as priceListProductTable } from '../src/tables/price-list-products.ts';
import { priceLists as priceListTable } from '../src/tables/price-lists.ts';
import { priorityGroups as priorityGroupTable } from '../src/tables/priority-groups.ts';
import { productCategories as productCategoryTable } from '../src/tables/product-categories.ts';
import { productGroups as productGroupTable } from '../src/tables/product-groups.ts';
import { productUnits as productUnitTable } from '../src/tables/product-units.ts';
import { products as productTable } from '../src/tables/products.ts';
import { vatRates as vatRateTable } from '../src/tables/vat-rates.ts';
import { warehouses as warehouseTable } from '../src/tables/warehouses.ts';
import { readDatabase } from './read-database.ts';
import { environment, runMain } from './run-main.ts';
import { startTamperingProxy, type Tamper } from './tampering-proxy.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One fake for all, behind a proxy that can change its answers: each test has an account of its own. */
const proxy = await startTamperingProxy();
const erply = await startMock({ products: 60, warehouses: 2, publicUrl: proxy.url });
proxy.target = erply.url;
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await erply.close();
});

const laneOf = ({ lanes: reports }: RunReport, name: string) => reports.find(({ lane }) => lane === name);

let accounts = 0;

/** An imported shop whose answers can be changed. */
async function openImportedShop() {
  accounts += 1;
  const clientCode = `missing-${accounts}`;
  const folder = temporaryFolder();
  proxy.tamper = (text) => text;
  const credentials = { clientCode, username: 'demo', password: 'demouser', url: proxy.url };
  const databasePath = join(folder.path, 'erply.db');
  await runImport({ credentials, database: sqliteAddress(databasePath) });
  const account = erply.account(clientCode);
  account.clock.advance('1h');
  return {
    account,
    run: (tamper: Tamper, options: Partial<ImportOptions> = { full: true }) => {
      proxy.tamper = tamper;
      return runImport({ credentials, database: sqliteAddress(databasePath), ...options });
    },
    runCommand(tamper: Tamper, args: readonly string[]) {
      proxy.tamper = tamper;
      const env = {
        ...environment(proxy.url),
        ERPLY_CLIENT_CODE: clientCode,
        ERPLY_PASSWORD: credentials.password,
      };
      return runMain(args, { ...env, DATABASE_URL: `sqlite:${databasePath}` });
    },
    /** All that the database holds, as text: vitest compares so many fields for longer than a run takes. */
    read: () => {
      const tables = Object.entries(readDatabase(databasePath, clientCode));
      return JSON.stringify(tables.map(([name, rows]) => [name, [...rows]]));
    },
    rows: (sql: string) => {
      using database = new DatabaseSync(databasePath, { readOnly: true });
      return database.prepare(sql).all();
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

type Fields = Record<string, unknown>;

/** Changes every record in the answers to a call, those inside others too. */
function inAnswersTo(call: string, change: (record: Fields) => void): Tamper {
  return (text, request) => {
    if (!request.get('requests')?.includes(`"${call}"`)) return text;
    const answer = JSON.parse(text);
    for (const { records } of answer.requests) for (const record of allOf(records)) change(record);
    return JSON.stringify(answer);
  };
}

const allOf = (records: readonly Fields[]): Fields[] =>
  records.flatMap((record) => [record, ...allOf((record.subGroups ?? []) as Fields[])]);

/** Takes a field out of a record. */
const without = (field: string) => (record: Fields) => {
  delete record[field];
};
/** Gives a field another value. */
const as = (field: string, value: unknown) => (record: Fields) => {
  record[field] = value;
};

const reservedSql = 'SELECT product_id, warehouse_id, amount_reserved FROM stock WHERE amount_reserved <> 0';

test('a file without reservations is refused, and none is lost', async () => {
  using shop = await openImportedShop();
  const before = shop.rows(reservedSql);
  expect(before.length).toBeGreaterThan(0);
  const report = await shop.run((text, request) =>
    request.size === 0 ? text.replace(/,"[^",\n]*"\n/g, '\n') : text,
  );
  expect(laneOf(report, 'stock')?.refusal).toEqual({
    kind: 'unreadable',
    message: 'stock: the file of warehouse 1 has no column amountReserved; no amount was changed',
  });
  expect(shop.rows(reservedSql)).toEqual(before);
});

test('what cannot be read ends with exit code 1 and one line that says what to do', async () => {
  using shop = await openImportedShop();
  const tamper = inAnswersTo('getProducts', without('price'));
  const { exitCode, stderr } = await shop.runCommand(tamper, ['run', '--full', '--lanes', 'products']);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr:
      'importer: products: none of 60 records can be read (price is missing); nothing of them was written; run again; if it stays so, Erply answers otherwise than this importer knows\n',
  });
});

test('a reservation that cannot be read keeps the amounts that are there', async () => {
  using shop = await openImportedShop();
  const before = shop.read();
  const reserved = shop.rows(`${reservedSql} LIMIT 3`);
  for (const [change, message] of [
    [without('amountReserved'), 'missing'],
    [as('amountReserved', null), 'missing'],
    [as('amountReserved', ''), 'missing'],
    [as('amountReserved', '29,83'), 'not a number'],
  ] as const) {
    for (const row of reserved) {
      const key = { productID: Number(row.product_id), warehouseID: Number(row.warehouse_id) };
      shop.account.stockMovements.insert({ ...key, amount: 1 });
    }
    const report = await shop.run(inAnswersTo('getProductStock', change), {});
    expect(laneOf(report, 'stock')).toMatchObject({ outcome: 'completed', deadLetters: 3 });
    expect(shop.read()).toEqual(before);
    expect(shop.rows('SELECT path, message FROM dead_letters')).toEqual(
      reserved.map(() => ({ path: 'amountReserved', message })),
    );
  }
});

const lanes = [
  { lane: products, call: 'getProducts', table: productTable },
  { lane: productGroups, call: 'getProductGroups', table: productGroupTable },
  { lane: brands, call: 'getBrands', table: brandTable },
  { lane: warehouses, call: 'getWarehouses', table: warehouseTable },
  { lane: productCategories, call: 'getProductCategories', table: productCategoryTable },
  { lane: priorityGroups, call: 'getProductPriorityGroups', table: priorityGroupTable },
  { lane: productUnits, call: 'getProductUnits', table: productUnitTable },
  { lane: vatRates, call: 'getVatRates', table: vatRateTable },
  { lane: priceLists, call: 'getPriceLists', table: priceListTable },
  { lane: priceListProducts, call: 'getProductsInPriceList', table: priceListProductTable },
];
const columns = lanes.flatMap(({ lane, call, table }) =>
  Object.values(table.columns).flatMap(({ read }) => {
    const field = fieldOf(read);
    // The lane says which price list a row is of.
    return field === undefined || field === 'priceListID' ? [] : { lane, call, field };
  }),
);

/** The field that a column cannot do without, as its refusal of an empty record says. */
function fieldOf(read: FieldReader): string | undefined {
  try {
    read({});
    return undefined;
  } catch (error) {
    return (error as MappingError).path;
  }
}

test('every column but that of an optional field has a field that it cannot do without', () => {
  expect(columns).toHaveLength(19 + 6 + 3 + 3 - 1 + 4 + 3 + 1 + 7 + 6 + 2);
});

test('a field that is missing changes no column of any lane, and says so', { timeout: 120_000 }, async () => {
  using shop = await openImportedShop();
  const before = shop.read();
  for (const { call, lane, field } of columns) {
    const report = await shop.run(inAnswersTo(call, without(field)), { full: true, lanes: [lane] });
    expect(shop.read(), `${lane.name} without ${field}`).toEqual(before);
    const { refusal, deadLetters } = report.lanes[0] ?? {};
    // Fewer than 20 may be odd records.
    if (!refusal) expect(deadLetters, `${lane.name} without ${field}`).toBeGreaterThan(0);
    else
      expect(refusal?.message, field).toMatch(
        new RegExp(`none of \\d+ records can be read \\(${field} is missing\\)`),
      );
  }
});

test('a price that is not a number is not 0', async () => {
  using shop = await openImportedShop();
  const before = shop.read();
  for (const value of [null, '', '12,50', true, [], {}]) {
    const report = await shop.run(inAnswersTo('getProducts', as('price', value)), {
      ...{ full: true, lanes: [products] },
    });
    expect(report.lanes[0], JSON.stringify(value)).toMatchObject({ refusal: { kind: 'unreadable' } });
    expect(shop.read()).toEqual(before);
  }
});

test('one record without its price goes aside and keeps its row; the others go on', async () => {
  using shop = await openImportedShop();
  const [before] = shop.rows('SELECT price, name FROM products WHERE id = 7');
  shop.account.data('products').update(7, { name: 'Changed' });
  shop.account.data('products').update(8, { name: 'Changed' });
  const report = await shop.run(
    inAnswersTo('getProducts', (record) => {
      if (record.productID === 7) delete record.price;
    }),
    {},
  );
  expect(laneOf(report, 'products')).toMatchObject({ outcome: 'completed', records: 1, deadLetters: 1 });
  expect(shop.rows('SELECT price, name FROM products WHERE id = 7')).toEqual([before]);
  expect(shop.rows('SELECT name FROM products WHERE id = 8')).toEqual([{ name: 'Changed' }]);
  expect(shop.rows('SELECT record_id, path, message FROM dead_letters')).toEqual([
    { record_id: 7, path: 'price', message: 'missing' },
  ]);
});

test('a parent product is null where there is none', async () => {
  using shop = await openImportedShop();
  expect(
    shop.rows('SELECT count(*) AS none FROM products WHERE parent_product_id IS NULL')[0]?.none,
  ).not.toBe(0);
});
