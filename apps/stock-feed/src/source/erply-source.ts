import type { ErplyClient } from '@erply-kit/client';

import { readProduct, readServerTime, readStockRow, readWarehouses } from './read-answers.ts';
import type { Product, StockRow, StockSource, Warehouse } from './stock-source.ts';

/** What belongs to the feed: an archived product is not sold any more, whatever is left of it. */
const notArchived = 'ALL_EXCEPT_ARCHIVED';

/** Bundles draw on their components and matrix parents on their variations: neither has stock of its own. */
export const stockKeepingTypes: ('PRODUCT' | 'ASSEMBLY')[] = ['PRODUCT', 'ASSEMBLY'];

/** Reads warehouses, stock and products of an account. `signal` ends every read. */
export function createErplySource(client: ErplyClient, signal: AbortSignal): StockSource {
  return {
    async warehouses() {
      // As the only part of a bulk request it costs 0.1 units instead of 1.
      const [result] = await client.bulk([client.getWarehouses.request({})] as const, { signal });
      if (!result.ok) throw result.error;
      const { records, status: answer } = result.answer;
      return { warehouses: readWarehouses(records), serverTime: readServerTime(answer.requestUnixTime) };
    },
    stock: (warehouse) => stockRows(client, warehouse, { status: notArchived, signal }),
    async countEmptied(warehouse, since) {
      const emptied = new Set<number>();
      for await (const rows of stockRows(client, warehouse, { changedSince: since, signal }))
        for (const row of rows) if (row.amountInStock === 0) emptied.add(row.productID);
      return emptied.size;
    },
    products: () => stockKeepingProducts(client, signal),
  };
}

/** Few enough to be gone again before the garbage collector takes them for something that stays. */
const rowsAtOnce = 100;

interface StockChoice {
  readonly status?: typeof notArchived;
  /** Unix seconds: only what has moved since then, products without stock included. */
  readonly changedSince?: number;
  readonly signal: AbortSignal;
}

/** As a file: the same answer as JSON is one that large accounts may get empty. */
async function* stockRows(
  client: ErplyClient,
  warehouse: Warehouse,
  { signal, ...choice }: StockChoice,
): AsyncGenerator<readonly StockRow[]> {
  const input = { warehouseID: warehouse.warehouseID, getAmountReserved: 1, ...choice } as const;
  // An empty cell is not an amount of 0.
  const rows = client.getProductStock.csv(input, { signal, unset: 'keep' });
  let read: StockRow[] = [];
  for await (const { productID, amountInStock, amountReserved } of rows) {
    read.push(readStockRow({ productID, amountInStock, amountReserved }, warehouse));
    if (read.length < rowsAtOnce) continue;
    yield read;
    read = [];
  }
  yield read;
}

async function* stockKeepingProducts(client: ErplyClient, signal: AbortSignal): AsyncGenerator<Product> {
  const getFields = ['productID', 'code', 'code2', 'nonStockProduct'];
  const input = { type: stockKeepingTypes, status: notArchived, getFields } as const;
  for await (const page of client.getProducts.pages(input, { signal, inBulk: true })) {
    for (const sent of page.records) {
      const product = readProduct(sent);
      if (product) yield product;
    }
  }
}
