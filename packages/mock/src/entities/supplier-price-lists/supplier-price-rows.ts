import type { Account } from '../../account/account.ts';
import { type CallContext, userOf } from '../../generic/handler.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

/** 1011: there is no such price list. */
export function checkSupplierPriceList(account: Account, supplierPriceListID: number): void {
  if (!account.table('supplierPriceLists').has(supplierPriceListID)) refuse(1011, 'supplierPriceListID');
}

/** What no row has less than nothing of. */
const quantities = ['price', 'amount', 'masterPackQuantity', 'minimumOrderQuantity'] as const;

/** 1014, or what the call has instead: a price or quantity is negative. */
export function checkQuantities(input: Row, code: 1014 | 1016): void {
  for (const name of quantities) if (Number(input[name] ?? 0) < 0) refuse(code, name);
}

/** 1011: there is no such country. */
export function checkCountry(account: Account, { countryID }: Row): void {
  if (countryID && !account.table('countries').has(Number(countryID))) refuse(1011, 'countryID');
}

/** Dates a list anew: its rows were changed. */
export function touchSupplierPriceList(context: CallContext, supplierPriceListID: unknown): void {
  const change = { id: Number(supplierPriceListID), fields: {}, user: userOf(context) };
  context.account.update('supplierPriceLists', change);
}
