import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { roundAmount } from '../account/stock-ledger.ts';
import { csvLink } from '../reports/csv-link.ts';
import { refuse } from '../wire/refusal.ts';
import { type Handler, userOf } from './handler.ts';
import { ProductFacts } from './product-facts.ts';
import { namedProducts, productTests } from './product-filter.ts';

type Input = InputOf<typeof calls.getProductStock>;

interface StockRow {
  readonly productID: number;
  readonly amountInStock: number;
  readonly amountReserved?: number;
}

/** The places whose stock is added up. */
function places(account: Account, input: Input): readonly number[] {
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

/** Products that may be in the answer, before the filters. */
function* candidates(account: Account, facts: ProductFacts, input: Input): Generator<number> {
  const named = namedProducts(input);
  if (named !== undefined) yield* named.filter((id) => facts.exists(id));
  else if (input.changedSince !== undefined && account.stock.isAfterOpening(input.changedSince)) {
    yield* account.stock.movedProducts().filter((id) => facts.exists(id));
  } else yield* facts.table.ids();
}

function* stockRows(account: Account, input: Input): Generator<StockRow> {
  const { stock } = account;
  const facts = new ProductFacts(account);
  const tests = productTests(account, facts, input);
  const warehouseIDs = places(account, input);
  const { changedSince } = input;
  const isInclusive = account.switches.changedSinceInclusive === 'yes';
  const since = changedSince === undefined ? undefined : isInclusive ? changedSince : changedSince + 1;
  const sum = (amount: (productID: number, warehouseID: number) => number, productID: number) => {
    let total = 0;
    for (const warehouseID of warehouseIDs) total += amount(productID, warehouseID);
    return warehouseIDs.length === 1 ? total : roundAmount(total);
  };
  for (const productID of candidates(account, facts, input)) {
    if (!tests.every((test) => test(productID))) continue;
    if (since !== undefined && !warehouseIDs.some((place) => stock.changedAt(productID, place) >= since))
      continue;
    const amountInStock = sum((product, place) => stock.amountInStock(product, place), productID);
    if (amountInStock === 0 && since === undefined) continue;
    const reserved = () => sum((product, place) => stock.amountReserved(product, place), productID);
    yield input.getAmountReserved === 1
      ? { productID, amountInStock, amountReserved: reserved() }
      : { productID, amountInStock };
  }
}

/** Quantities on hand. Zero quantities are left out unless `changedSince` asks for what has moved. */
export const getProductStock: Handler<typeof calls.getProductStock> = (context, input) => {
  userOf(context);
  const rows = stockRows(context.account, input);
  if (context.wantsCsv) {
    const columns = [
      'productID',
      'amountInStock',
      ...(input.getAmountReserved === 1 ? ['amountReserved'] : []),
    ];
    return csvLink(context, columns, rows);
  }
  const records = Array.from(rows, (row) => {
    const reserved = row.amountReserved === undefined ? '' : `,"amountReserved":${row.amountReserved}`;
    return `{"productID":${row.productID},"amountInStock":${row.amountInStock}${reserved}}`;
  });
  return { recordsTotal: records.length, records };
};
