import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { ClassicApi, ClassicRecord } from '../demo/classic-api.ts';
import { compareTables, type Difference } from '../demo/compare.ts';
import { compareFeed, compareFeedRows } from '../demo/compare-feed.ts';
import { readAllButProductRows, readRecords } from '../demo/database.ts';
import { pageSize, productPage, readAllButProducts } from '../demo/shop.ts';
import type { RecordFields, Table } from '../demo/shop-records.ts';
import { tableOf } from '../demo/table-of.ts';
import { parseCsv } from './parse-csv.ts';

export interface Copies {
  readonly api: ClassicApi;
  /** How many products the shop has. */
  readonly productCount: number;
  /** The importer's database. */
  readonly database: string;
  /** The folder of the feed. */
  readonly feed: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** How many rows of the shop were compared with a row of a copy; a row of stock counts once for each copy. */
  readonly records: number;
  /** What the feed and the changes look at in a product; a hundred thousand whole ones would not fit into memory. */
  readonly products: Table;
}

/**
 * Compares every row of a shop with what the importer and the feed made of it. The shop is read by plain requests, and
 * the stock as JSON: what the copies were made with, the client and its CSV, has no part in it.
 */
export async function compareLargeShop(copies: Copies): Promise<Comparison> {
  using database = new DatabaseSync(copies.database, { readOnly: true });
  const { products, differences } = await compareProducts(copies, database);
  const others = await readAllButProducts(copies.api, copies.productCount);
  const shop = { ...others, products };
  const copy = readAllButProductRows(database);
  for (const table of Object.keys(copy) as (keyof typeof copy)[]) {
    differences.push(compareTables(table, shop[table], copy[table]));
  }
  const csv = parseCsv(await readFile(join(copies.feed, 'stock.csv'), 'utf8')).map(withNumbers);
  differences.push(await compareFeed(shop, copies.feed), compareFeedRows(shop, 'feed as CSV', csv));
  const tables = [products, ...Object.values(others)];
  const records = tables.reduce((sum, table) => sum + table.size, 0) + csv.length * 2;
  return { products, records, differences: differences.flat() };
}

/** Product by product, in pages: both sides in the order of their IDs. */
async function compareProducts({ api, productCount }: Copies, database: DatabaseSync) {
  const differences: Difference[][] = [];
  const products = new Map<string, RecordFields>();
  const pages = Math.ceil(productCount / pageSize);
  let lastID = 0;
  for (let pageNo = 1; pageNo <= pages; pageNo++) {
    const [records = []] = await api.bulk([productPage(pageNo)]);
    const after = `AND id > ${lastID}`;
    lastID = Number(records.at(-1)?.productID ?? lastID);
    const copied = readRecords(
      database,
      'products',
      pageNo === pages ? after : `${after} AND id <= ${lastID}`,
    );
    differences.push(compareTables('products', tableOf(records, 'productID'), copied));
    for (const record of records) products.set(String(record.productID), briefProduct(record));
  }
  if (products.size !== productCount) {
    throw new Error(`the shop answered ${products.size} different products, not ${productCount}`);
  }
  return { differences, products };
}

function briefProduct({
  productID,
  type,
  status,
  nonStockProduct,
  code,
  code2,
}: ClassicRecord): RecordFields {
  return { productID, type, status, nonStockProduct, code, code2 };
}

/** A CSV has texts only; these columns hold numbers. */
function withNumbers({ productID, warehouseID, available, ...codes }: Record<string, string>): RecordFields {
  return {
    ...codes,
    productID: Number(productID),
    warehouseID: Number(warehouseID),
    available: available === '' ? Number.NaN : Number(available),
  };
}
