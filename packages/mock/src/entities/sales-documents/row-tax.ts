import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { locationTaxID } from '../vat-rates/location-tax.ts';

/** Percent of a tax rate; 0 for none. */
export const percentOf = (account: Account, vatrateID: number): number =>
  Number(account.table('vatRates').get(vatrateID)?.rate ?? 0);

/** The rate of 0%; none where the account has no such rate (inferred). */
export const noTax = (account: Account): number => account.table('vatRates').find('rate', 0)[0] ?? 0;

/** Nobody pays tax who is free of it, nor who buys from another country (the latter is inferred). */
const isExempt = (account: Account, { clientID, euInvoiceType = 'DOMESTIC' }: Row) =>
  account.table('customers').get(Number(clientID ?? 0))?.taxExempt === 1 || euInvoiceType !== 'DOMESTIC';

/**
 * The ID of the tax rate of what is sold in a document, where its row does not say: the rate of 0% for what is free of
 * tax (none, where the account has no such rate), else that of the register, of the product's group at the location, of
 * the card. That the register comes before the location is inferred.
 */
export function taxOfSale(account: Account, document: Row): (sold: Row) => number {
  const { pointOfSaleID, warehouseID } = document;
  if (isExempt(account, document)) return () => noTax(account);
  const ofRegister = account.table('pointsOfSale').get(Number(pointOfSaleID ?? 0))?.vatrateID ?? 0;
  const atLocation = locationTaxID(account, Number(warehouseID ?? 0));
  return (sold) =>
    sold.taxFree === 1 ? noTax(account) : ofRegister || atLocation(sold) || Number(sold.vatrateID ?? 0);
}
