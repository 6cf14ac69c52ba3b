import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { compareTables, type Difference } from './compare.ts';
import type { RecordFields, ShopRecords, Table } from './shop-records.ts';

/** What a feed is made of. */
type FeedRecords = Pick<ShopRecords, 'products' | 'stock' | 'warehouses'>;

/** Compares the feed in a folder with what the shop makes it: available, by product and warehouse. */
export async function compareFeed(shop: FeedRecords, folder: string): Promise<Difference[]> {
  const lines = (await readFile(join(folder, 'stock.ndjson'), 'utf8')).split('\n').slice(0, -1);
  return compareFeedRows(
    shop,
    'feed',
    lines.map((line) => JSON.parse(line) as RecordFields),
  );
}

/** Compares the rows of a feed that was read already; `name` is what differences are reported under. */
export function compareFeedRows(
  shop: FeedRecords,
  name: string,
  rows: readonly RecordFields[],
): Difference[] {
  const feed: Table = new Map(rows.map((row) => [`${row.productID}/${row.warehouseID}`, row]));
  const twice = rows.length - feed.size;
  if (twice > 0) throw new Error(`${name} has ${twice} rows too many: their items are in it already`);
  return compareTables(name, expectedFeed(shop), feed);
}

function expectedFeed(shop: FeedRecords): Table {
  const warehouses = [...shop.warehouses.values()].filter((one) => one.isOfflineInventory === 0);
  const rows = new Map<string, RecordFields>();
  for (const { productID, code, code2 } of [...shop.products.values()].filter(isInFeed)) {
    for (const { warehouseID } of warehouses) {
      const key = `${productID}/${warehouseID}`;
      rows.set(key, { productID, warehouseID, available: availableIn(shop.stock.get(key)), code, code2 });
    }
  }
  return rows;
}

/** Not archived, and of a kind that has stock of its own. */
function isInFeed(product: RecordFields): boolean {
  const keepsStock = product.type === 'PRODUCT' || product.type === 'ASSEMBLY';
  return keepsStock && product.nonStockProduct === 0 && product.status !== 'ARCHIVED';
}

function availableIn(stock: RecordFields | undefined): number {
  const millionths = Math.round(
    (Number(stock?.amountInStock ?? 0) - Number(stock?.amountReserved ?? 0)) * 1e6,
  );
  return Math.max(0, millionths) / 1e6;
}
