import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';

/**
 * The percentage of tax that a product's group has at a location; `undefined` where it has none of its own there. That
 * groups above it do not count is inferred.
 */
export function locationTax(
  account: Account,
  warehouseID: number | undefined,
): (product: Row) => number | undefined {
  const groups = account.table('productGroups');
  const vatRates = account.table('vatRates');
  return ({ groupID }) => {
    const taxes = groups.get(Number(groupID ?? 0))?.vatrates ?? [];
    const tax = taxes.find((one) => one.warehouseID === warehouseID);
    const rate = vatRates.get(tax?.vatrateID ?? 0)?.rate;
    return typeof rate === 'number' ? rate : undefined;
  };
}
