import type { ErplyClient } from '@erply-kit/client';
import { defaultMarginSeconds } from '@erply-kit/sync';

import { askAll } from './ask-all.ts';
import { readStockRow } from './read-answers.ts';
import { readChangedProducts } from './read-changed-products.ts';
import { readReserved } from './read-reserved.ts';
import type { ShopChanges, ShopState } from './shop-state.ts';
import type { StockRow, StockSource, Warehouse } from './stock-source.ts';

/** Beyond so many products to look up one by one, everything is read anew: it costs less. */
const mostLookedUp = 5000;
/** Products of one look-up. */
const productsAtOnce = 500;

interface ReadOptions {
  readonly client: ErplyClient;
  readonly signal: AbortSignal;
}

/**
 * Reads what has changed since a shop was read, a margin earlier to be safe: 0.1 units for the warehouses, 0.1 for each
 * warehouse's stock and 0.1 for its reservations, 0.1 for products and 0.1 for deletions. `undefined` where only a full
 * read will do: Erply's clock has gone back, there is a warehouse that was not read yet, or too much has changed.
 */
export async function readShopChanges(
  state: ShopState,
  source: StockSource,
  options: ReadOptions,
): Promise<ShopChanges | undefined> {
  const { warehouses, serverTime } = await source.warehouses();
  const isKnown = (warehouse: Warehouse) => state.reserved.has(warehouse.warehouseID);
  if (serverTime < state.serverTime || !warehouses.every(isKnown)) return undefined;
  const since = state.serverTime - defaultMarginSeconds;
  const products = await readChangedProducts(since, options);
  const stock = await readMoved(warehouses, since, options);
  const reserved = await readReserved(options.client, warehouses, options.signal);
  const arrived = products.changed.map((one) => one.productID).filter((id) => !state.has(id));
  const lookedUp = new Map(
    warehouses.map(({ warehouseID }) => [
      warehouseID,
      new Set([...arrived, ...differing(state.reserved.get(warehouseID), reserved.get(warehouseID))]),
    ]),
  );
  if ([...lookedUp.values()].some((ids) => ids.size > mostLookedUp)) return undefined;
  for (const warehouse of warehouses) {
    const rows = await lookUp(warehouse, [...(lookedUp.get(warehouse.warehouseID) ?? [])], options);
    stock.set(warehouse.warehouseID, [...(stock.get(warehouse.warehouseID) ?? []), ...rows]);
  }
  return { serverTime, warehouses, stock, reserved, products: products.changed, gone: products.gone };
}

/** Products whose quantity on hand has moved, in all warehouses. */
async function readMoved(
  warehouses: readonly Warehouse[],
  changedSince: number,
  { client, signal }: ReadOptions,
): Promise<Map<number, readonly StockRow[]>> {
  const requests = warehouses.map(({ warehouseID }) =>
    client.getProductStock.request({
      warehouseID,
      changedSince,
      getAmountReserved: 1,
      status: 'ALL_EXCEPT_ARCHIVED',
    }),
  );
  const answers = await askAll(client, requests, signal);
  return new Map(
    warehouses.map((warehouse, index) => [
      warehouse.warehouseID,
      (answers[index]?.records ?? []).map((sent) => stockRowIn(sent, warehouse)),
    ]),
  );
}

/** What is there of these products. Erply lists nothing where there is none. */
async function lookUp(
  warehouse: Warehouse,
  productIDs: readonly number[],
  { client, signal }: ReadOptions,
): Promise<StockRow[]> {
  const { warehouseID } = warehouse;
  const parts = Array.from({ length: Math.ceil(productIDs.length / productsAtOnce) }, (_, index) =>
    productIDs.slice(index * productsAtOnce, (index + 1) * productsAtOnce),
  );
  const requests = parts.map((ids) =>
    client.getProductStock.request({
      warehouseID,
      productIDs: ids,
      getAmountReserved: 1,
      status: 'ALL_EXCEPT_ARCHIVED',
    }),
  );
  const answers = await askAll(client, requests, signal);
  const found = new Map<number, StockRow>(
    productIDs.map((productID) => [productID, { productID, amountInStock: 0, amountReserved: 0 }]),
  );
  for (const sent of answers.flatMap((answer) => answer.records)) {
    const row = stockRowIn(sent, warehouse);
    found.set(row.productID, row);
  }
  return [...found.values()];
}

function stockRowIn(
  sent: { readonly productID: unknown; readonly amountInStock: unknown; readonly amountReserved?: unknown },
  warehouse: Warehouse,
): StockRow {
  const { productID, amountInStock, amountReserved } = sent;
  return readStockRow({ productID, amountInStock, amountReserved }, warehouse);
}

/** Products of which more or less is reserved than before. */
function differing(
  before: ReadonlyMap<number, number> = new Map(),
  now: ReadonlyMap<number, number> = new Map(),
) {
  const ids = new Set([...before.keys(), ...now.keys()]);
  return [...ids].filter((id) => before.get(id) !== now.get(id));
}
