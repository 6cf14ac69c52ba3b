import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';

/** Percent of a tax rate; 0 for none. */
export const percentOf = (account: Account, vatrateID: number): number =>
  Number(account.table('vatRates').get(vatrateID)?.rate ?? 0);

/** The rate that the product's group has at a location. */
function groupRate(account: Account, product: Row, warehouseID: unknown): number {
  const taxes = account.table('productGroups').get(Number(product.groupID ?? 0))?.vatrates ?? [];
  return taxes.find((tax) => tax.warehouseID === warehouseID)?.vatrateID ?? 0;
}

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
  const [noTax = 0] = account.table('vatRates').find('rate', 0);
  if (isExempt(account, document)) return () => noTax;
  const ofRegister = account.table('pointsOfSale').get(Number(pointOfSaleID ?? 0))?.vatrateID ?? 0;
  return (sold) =>
    sold.taxFree === 1
      ? noTax
      : ofRegister || groupRate(account, sold, warehouseID) || Number(sold.vatrateID ?? 0);
}
