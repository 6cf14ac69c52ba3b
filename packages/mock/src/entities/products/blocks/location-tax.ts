import { grossPrice } from '@erply-kit/schemas';

import type { Account } from '../../../account/account.ts';
import type { Row } from '../../../store/row.ts';
import { locationTax } from '../../vat-rates/location-tax.ts';

/**
 * Gross prices by the tax of a location, where the product's group has one for it (getWarehouseSpecificVAT). That
 * nothing changes without a location is inferred.
 */
export function locationTaxBlock(account: Account, warehouseID: number | undefined): (record: Row) => Row {
  const taxOf = locationTax(account, warehouseID);
  return (product) => {
    const taxPercent = taxOf(product);
    return taxPercent === undefined
      ? {}
      : { priceWithVat: grossPrice(Number(product.price ?? 0), taxPercent) };
  };
}
