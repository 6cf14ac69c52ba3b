import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';

/** A tax rate as a row has it. */
export interface RowTax {
  readonly vatrateID: number;
  /** Percent. */
  readonly rate: number;
}

/** Percent of a tax rate; 0 for none. */
export const percentOf = (account: Account, vatrateID: number): number =>
  Number(account.table('vatRates').get(vatrateID)?.rate ?? 0);

/** The account's rate of 0%; none, where it has none. */
function zeroRate(account: Account): number {
  const rates = account.table('vatRates');
  for (const id of rates.ids()) if (Number(rates.get(id)?.rate ?? 0) === 0) return id;
  return 0;
}

/** The rate that the product's group has at a location. */
function groupRate(account: Account, product: Row, warehouseID: unknown): number {
  const taxes = account.table('productGroups').get(Number(product.groupID ?? 0))?.vatrates ?? [];
  return taxes.find((tax) => tax.warehouseID === warehouseID)?.vatrateID ?? 0;
}

/**
 * The tax of what is sold in a document, where its row does not say: none for a tax-free product or an exempt customer,
 * else that of the register, of the product's group at the location, of the card. Which of the first two counts more is
 * inferred.
 */
export function taxOfSale(account: Account, document: Row): (sold: Row) => RowTax {
  const { pointOfSaleID, clientID, warehouseID } = document;
  const isExempt = account.table('customers').get(Number(clientID ?? 0))?.taxExempt === 1;
  const registerRate = account.table('pointsOfSale').get(Number(pointOfSaleID ?? 0))?.vatrateID ?? 0;
  return (sold) => {
    const isFree = isExempt || sold.taxFree === 1;
    const vatrateID = isFree
      ? zeroRate(account)
      : registerRate || groupRate(account, sold, warehouseID) || Number(sold.vatrateID ?? 0);
    return { vatrateID, rate: percentOf(account, vatrateID) };
  };
}
