import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';
import { filtersOfInput, indexTrees, type ProductInput } from '../products/filters.ts';
import { productOrders } from '../products/orders.ts';
import { stockOf } from './stock.ts';
import { roundAmount } from './stock-movement.ts';

interface WarehousesInput {
  readonly warehouseID?: number | undefined;
  readonly excludeOfflineWarehouses?: 0 | 1 | undefined;
}

/** The warehouses whose stock is added up: one that is named, else all, without offline ones where asked. */
export function stockWarehouses(account: Account, input: WarehousesInput): readonly number[] {
  const table = account.table('warehouses');
  if (input.warehouseID !== undefined) {
    if (!table.has(input.warehouseID)) refuse(1011, 'warehouseID');
    return [input.warehouseID];
  }
  const all = [...table.ids()];
  return input.excludeOfflineWarehouses === 1
    ? all.filter((id) => table.get(id)?.isOfflineInventory !== 1)
    : all;
}

/**
 * Products that a stock call is about, before it looks at quantities: by ID. Where stock that changed since is asked
 * for, only those that can have moved.
 */
export async function stockProducts(
  account: Account,
  { changedSince, ...chosen }: ProductInput,
): Promise<Iterable<number>> {
  await indexTrees(account, chosen);
  const { ledger: stock } = stockOf(account);
  const filters = filtersOfInput(account, chosen);
  if (changedSince !== undefined && stock.isAfterOpening(changedSince))
    return account.finder('products').among(stock.movedProducts(), filters);
  if (filters.length === 0) return account.table('products').ids();
  const query = { filters, order: productOrders.productID, direction: 'asc' } as const;
  const { total, ids } = await account.finder('products').find(query);
  return ids(0, total);
}

/** A quantity of products, added up over warehouses. Remembers the last one: filters and fields ask for the same. */
export function sumOver(
  warehouseIDs: readonly number[],
  amount: (productID: number, warehouseID: number) => number,
): (productID: number) => number {
  let lastID = 0;
  let last = 0;
  return (productID) => {
    if (productID === lastID) return last;
    let total = 0;
    for (const warehouseID of warehouseIDs) total += amount(productID, warehouseID);
    lastID = productID;
    last = warehouseIDs.length === 1 ? total : roundAmount(total);
    return last;
  };
}
