import { grossPrice } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Row } from '../account/table.ts';

type LocationTax = { readonly warehouseID?: number; readonly vatrateID?: number };

/**
 * Gross prices by the tax of a location, where the product's group has one for it (getWarehouseSpecificVAT). That groups
 * above it do not count, and that without a location nothing changes, is inferred.
 */
export function locationTaxBlock(account: Account, warehouseID: number | undefined): (record: Row) => Row {
  const groups = account.table('productGroups');
  const vatRates = account.table('vatRates');
  return ({ groupID, price }) => {
    const taxes = (groups.get(Number(groupID ?? 0))?.vatrates ?? []) as readonly LocationTax[];
    const tax = taxes.find((one) => one.warehouseID === warehouseID);
    const rate = vatRates.get(tax?.vatrateID ?? 0)?.rate;
    return typeof rate === 'number' ? { priceWithVat: grossPrice(Number(price ?? 0), rate) } : {};
  };
}
