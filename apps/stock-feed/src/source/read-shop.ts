import type { ErplyClient } from '@erply-kit/client';

import { onceEach } from './once-each.ts';
import { readReserved } from './read-reserved.ts';
import { ShopState } from './shop-state.ts';
import type { StockSource } from './stock-source.ts';

/** Reads a whole shop. What is reserved is read before the stock: what changes in between shows as a difference later. */
export async function readShop(
  source: StockSource,
  { client, signal }: { readonly client: ErplyClient; readonly signal: AbortSignal },
): Promise<ShopState> {
  const { warehouses, serverTime } = await source.warehouses();
  const reserved = await readReserved(client, warehouses, signal);
  const state = new ShopState({ serverTime, warehouses, reserved });
  for (const warehouse of warehouses) {
    for await (const rows of onceEach(source.stock(warehouse), warehouse))
      for (const row of rows) state.putStock(warehouse.warehouseID, row);
  }
  for await (const product of source.products()) state.putProduct(product);
  return state;
}
