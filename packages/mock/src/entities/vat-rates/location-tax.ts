import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';

/**
 * The tax rate, by its ID, that a product's group has at a location; `undefined` where it has none of its own there. That
 * groups above it do not count is inferred.
 */
export function locationTaxID(
  account: Account,
  warehouseID: number | undefined,
): (product: Row) => number | undefined {
  const groups = account.table('productGroups');
  return ({ groupID }) => {
    const taxes = groups.get(Number(groupID ?? 0))?.vatrates ?? [];
    return taxes.find((one) => one.warehouseID === warehouseID)?.vatrateID;
  };
}

/** The same in percent. */
export function locationTax(
  account: Account,
  warehouseID: number | undefined,
): (product: Row) => number | undefined {
  const vatRates = account.table('vatRates');
  const taxIDOf = locationTaxID(account, warehouseID);
  return (product) => {
    const rate = vatRates.get(taxIDOf(product) ?? 0)?.rate;
    return typeof rate === 'number' ? rate : undefined;
  };
}
