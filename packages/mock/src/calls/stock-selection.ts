import type { Account } from '../account/account.ts';
import { roundAmount } from '../account/stock-movement.ts';
import { refuse } from '../wire/refusal.ts';
import { ProductFacts } from './product-facts.ts';
import { namedProducts } from './product-filter.ts';
import { type StockFilterInput, stockProductTests } from './stock-product-tests.ts';

export interface StockSelectionInput extends StockFilterInput {
  readonly warehouseID?: number | undefined;
  readonly excludeOfflineWarehouses?: 0 | 1 | undefined;
  readonly changedSince?: number | undefined;
}

/** The places whose stock is added up: one that is named, else all, without offline ones where asked. */
export function stockPlaces(account: Account, input: StockSelectionInput): readonly number[] {
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

/** The first second that `changedSince` asks for. */
export function firstSecond(account: Account, changedSince: number | undefined): number | undefined {
  if (changedSince === undefined) return undefined;
  return account.switches.changedSinceInclusive === 'yes' ? changedSince : changedSince + 1;
}

/** Products that a stock call is about, before it looks at quantities: by ID, and only those that can have moved. */
export function* stockProducts(account: Account, input: StockSelectionInput): Generator<number> {
  const facts = new ProductFacts(account);
  const tests = stockProductTests(account, facts, input);
  const { changedSince } = input;
  const canSkip = changedSince !== undefined && account.stock.isAfterOpening(changedSince);
  const ids = namedProducts(input) ?? (canSkip ? account.stock.movedProducts() : undefined);
  if (ids === undefined) {
    for (const id of facts.table.ids()) if (tests.every((test) => test(id))) yield id;
    return;
  }
  for (const id of ids) if (facts.exists(id) && tests.every((test) => test(id))) yield id;
}

/** A quantity of products, added up over places. Remembers the last one: filters and fields ask for the same. */
export function sumOver(
  places: readonly number[],
  amount: (productID: number, warehouseID: number) => number,
): (productID: number) => number {
  let lastID = 0;
  let last = 0;
  return (productID) => {
    if (productID === lastID) return last;
    let total = 0;
    for (const warehouseID of places) total += amount(productID, warehouseID);
    lastID = productID;
    last = places.length === 1 ? total : roundAmount(total);
    return last;
  };
}
