import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { firstSecond } from '../../generic/list-filters.ts';
import { readInSlices } from '../../generic/read-in-slices.ts';
import { stockOf } from './stock.ts';
import { stockProducts, stockWarehouses, sumOver } from './stock-selection.ts';

type Input = InputOf<typeof calls.syncTotalProductStock>;

/** The quantity, or what is reserved where that is asked for too, became another at that time or later. */
function hasChanged(account: Account, input: Input, since: number) {
  const { ledger: stock } = stockOf(account);
  return (productID: number, warehouseID: number) =>
    stock.changedAt(productID, warehouseID) >= since ||
    (input.getAmountReserved === 1 && stock.reservationChangedAt(productID, warehouseID) >= since);
}

/** Quantities of all locations together. */
export const syncTotalProductStock: Handler<typeof calls.syncTotalProductStock> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const { ledger: stock } = stockOf(account);
  const warehouseIDs = stockWarehouses(account, {});
  const { changedSince } = input;
  const since = changedSince === undefined ? undefined : firstSecond(account, changedSince);
  const changed = since === undefined ? undefined : hasChanged(account, input, since);
  const inStock = sumOver(warehouseIDs, (productID, warehouseID) =>
    stock.amountInStock(productID, warehouseID),
  );
  const reserved = sumOver(warehouseIDs, (productID, warehouseID) =>
    stock.amountReserved(productID, warehouseID),
  );
  const records: string[] = [];
  const products = await stockProducts(account, { changedSince: input.changedSince });
  await readInSlices(account, products, (productID) => {
    if (changed !== undefined && !warehouseIDs.some((warehouseID) => changed(productID, warehouseID))) return;
    const amountInStock = inStock(productID);
    const amountReserved = input.getAmountReserved === 1 ? reserved(productID) : undefined;
    if (changed === undefined && amountInStock === 0 && !amountReserved) return;
    records.push(phpJson({ productID, amountInStock, amountReserved }));
  });
  return { recordsTotal: records.length, records };
};
