import type { Row } from '../../store/row.ts';
import { locationTaxID } from '../vat-rates/location-tax.ts';
import type { CartSetting } from './cart-setting.ts';

/** The tax of a row. */
export interface RowTax {
  readonly vatrateID: number;
  /** Percent. */
  readonly vatRate: number;
}

/** No tax, by the rate of 0 that the account has; by none when it has none (inferred). */
function noTax({ account }: CartSetting): RowTax {
  const [vatrateID = 0] = account.table('vatRates').find('rate', 0);
  return { vatrateID, vatRate: 0 };
}

/** Nobody pays tax who is free of it, nor who buys from another country (the latter is inferred). */
function isExempt({ account, input, customerID }: CartSetting): boolean {
  const { taxExempt, euInvoiceType = 'DOMESTIC' } = input;
  const customer = account.table('customers').get(customerID);
  return taxExempt === 1 || customer?.taxExempt === 1 || euInvoiceType !== 'DOMESTIC';
}

/**
 * Says what tax a product has: that of the register, else that of its group at the location, else that of its card. That
 * the register comes before the location is inferred.
 */
export function taxOfProduct(setting: CartSetting): (product: Row) => RowTax {
  const { account, warehouseID, pointOfSaleID } = setting;
  const vatRates = account.table('vatRates');
  const none = noTax(setting);
  if (isExempt(setting)) return () => none;
  const ofRegister = account.table('pointsOfSale').get(pointOfSaleID)?.vatrateID || undefined;
  const atLocation = locationTaxID(account, warehouseID);
  return (product) => {
    if (product.taxFree === 1) return none;
    const vatrateID = ofRegister ?? atLocation(product) ?? Number(product.vatrateID ?? 0);
    return { vatrateID, vatRate: vatRates.get(vatrateID)?.rate ?? 0 };
  };
}
