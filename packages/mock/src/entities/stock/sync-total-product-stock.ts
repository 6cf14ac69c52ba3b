import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { firstSecond } from '../../generic/list-filters.ts';
import { readInSlices } from '../../generic/read-in-slices.ts';
import { stockOf } from './stock.ts';
import { stockPlaces, stockProducts, sumOver } from './stock-selection.ts';

type Input = InputOf<typeof calls.syncTotalProductStock>;

/** The quantity, or what is reserved where that is asked for too, became another at that time or later. */
function hasChanged(account: Account, input: Input, since: number) {
  const { ledger: stock } = stockOf(account);
  return (productID: number, place: number) =>
    stock.changedAt(productID, place) >= since ||
    (input.getAmountReserved === 1 && stock.reservationChangedAt(productID, place) >= since);
}

/** Quantities of all locations together. */
export const syncTotalProductStock: Handler<typeof calls.syncTotalProductStock> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const { ledger: stock } = stockOf(account);
  const places = stockPlaces(account, {});
  const { changedSince } = input;
  const since = changedSince === undefined ? undefined : firstSecond(account, changedSince);
  const changed = since === undefined ? undefined : hasChanged(account, input, since);
  const inStock = sumOver(places, (productID, place) => stock.amountInStock(productID, place));
  const reserved = sumOver(places, (productID, place) => stock.amountReserved(productID, place));
  const records: string[] = [];
  const products = await stockProducts(account, { changedSince: input.changedSince });
  await readInSlices(account, products, (productID) => {
    if (changed !== undefined && !places.some((place) => changed(productID, place))) return;
    const amountInStock = inStock(productID);
    const amountReserved = input.getAmountReserved === 1 ? reserved(productID) : undefined;
    if (changed === undefined && amountInStock === 0 && !amountReserved) return;
    records.push(phpJson({ productID, amountInStock, amountReserved }));
  });
  return { recordsTotal: records.length, records };
};
