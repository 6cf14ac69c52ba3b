import type { ErplyClient } from '@erply-kit/client';

import { FeedError } from '../feed-error.ts';
import { ItemSet } from '../item-set.ts';
import { readReserved } from './read-reserved.ts';
import { ShopState } from './shop-state.ts';
import { labelOf, type StockSource } from './stock-source.ts';

/** Reads a whole shop. What is reserved is read before the stock: what changes in between shows as a difference later. */
export async function readShop(
  source: StockSource,
  { client, signal }: { readonly client: ErplyClient; readonly signal: AbortSignal },
): Promise<ShopState> {
  const { warehouses, serverTime } = await source.warehouses();
  const reserved = await readReserved(client, warehouses, signal);
  const state = new ShopState({ serverTime, warehouses, reserved });
  for (const warehouse of warehouses) {
    const seen = new ItemSet();
    for await (const row of source.stock(warehouse)) {
      if (!seen.add(0, row.productID))
        throw new FeedError(
          `nothing replaced: product ${row.productID} came twice in the stock of ${labelOf(warehouse)}`,
        );
      state.putStock(warehouse.warehouseID, row);
    }
  }
  for await (const product of source.products()) state.putProduct(product);
  return state;
}
