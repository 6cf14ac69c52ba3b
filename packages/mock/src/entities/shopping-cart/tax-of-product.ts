import type { Row } from '../../store/row.ts';
import { noTax, percentOf, taxOfSale } from '../sales-documents/row-tax.ts';
import type { CartSetting } from './cart-setting.ts';

/** The tax of a row. */
export interface RowTax {
  readonly vatrateID: number;
  /** Percent. */
  readonly vatRate: number;
}

/** Says what tax a product has: none in a cart without tax, else that of the document which will be saved. */
export function taxOfProduct(setting: CartSetting): (product: Row) => RowTax {
  const { account, input, warehouseID, pointOfSaleID, customerID: clientID } = setting;
  const ofSale = taxOfSale(account, { ...input, warehouseID, pointOfSaleID, clientID });
  const idOf = input.taxExempt === 1 ? () => noTax(account) : ofSale;
  return (product) => {
    const vatrateID = idOf(product);
    return { vatrateID, vatRate: percentOf(account, vatrateID) };
  };
}
