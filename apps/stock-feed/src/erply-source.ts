import type { ErplyClient } from '@erply-kit/client';

import { FeedError } from './feed-error.ts';
import type { Product, StockRow, StockSource } from './stock-source.ts';

/** What belongs to the feed: an archived product is not sold any more, whatever is left of it. */
const status = 'ALL_EXCEPT_ARCHIVED';

/** Bundles draw on their components and matrix parents on their variations: neither has stock of its own. */
const stockKeepingTypes: ('PRODUCT' | 'ASSEMBLY')[] = ['PRODUCT', 'ASSEMBLY'];

/** Reads warehouses, stock and products of an account. `signal` ends every read. */
export function createErplySource(client: ErplyClient, signal: AbortSignal): StockSource {
  return {
    async warehouses() {
      // As the only part of a bulk request it costs 0.1 units instead of 1.
      const [result] = await client.bulk([client.getWarehouses.request({})] as const, { signal });
      if (!result.ok) throw result.error;
      const { records, status: answer } = result.answer;
      const warehouses = records.map(({ warehouseID, name, isOfflineInventory }) => ({
        warehouseID,
        name,
        isOffline: isOfflineInventory === 1,
      }));
      return { warehouses, serverTime: answer.requestUnixTime };
    },
    stock: (warehouseID) => stockRows(client, warehouseID, signal),
    products: () => stockKeepingProducts(client, signal),
  };
}

/** As a file: the same answer as JSON is one that large accounts may get empty. */
async function* stockRows(
  client: ErplyClient,
  warehouseID: number,
  signal: AbortSignal,
): AsyncGenerator<StockRow> {
  const input = { warehouseID, status, getAmountReserved: 1 } as const;
  for await (const { productID, amountInStock, amountReserved } of client.getProductStock.csv(input, {
    signal,
  })) {
    // Without the column everything would look available.
    if (amountReserved === undefined)
      throw new FeedError('nothing replaced: the stock came without what is reserved');
    yield { productID, amountInStock, amountReserved };
  }
}

async function* stockKeepingProducts(client: ErplyClient, signal: AbortSignal): AsyncGenerator<Product> {
  const getFields = ['productID', 'code', 'code2', 'nonStockProduct'];
  const input = { type: stockKeepingTypes, status, getFields } as const;
  for await (const page of client.getProducts.pages(input, { signal, inBulk: true })) {
    for (const product of page.records) if (product.nonStockProduct === 0) yield product;
  }
}
