import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import {
  checkCountry,
  checkQuantities,
  checkSupplierPriceList,
  touchSupplierPriceList,
} from './supplier-price-rows.ts';

/** 1026: the list has the product with that amount already. */
function checkIsOnly(account: Account, row: Row): void {
  const table = account.table('supplierPriceListProducts');
  const isSame = table.find('productID', row.productID).some((id) => {
    const other = table.get(id) ?? {};
    return other.supplierPriceListID === row.supplierPriceListID && (other.amount ?? 0) === (row.amount ?? 0);
  });
  if (isSame) refuse(1026);
}

/** Adds a product to a supplier's price list, once with each amount. */
export const addProductToSupplierPriceList: Handler<typeof calls.addProductToSupplierPriceList> = (
  context,
  input,
) => {
  const { account } = context;
  checkSupplierPriceList(account, input.supplierPriceListID);
  if (!account.table('products').has(input.productID)) refuse(1011, 'productID');
  checkCountry(account, input);
  checkQuantities(input, 1016);
  checkIsOnly(account, input);
  const id = account.insert('supplierPriceListProducts', input, userOf(context));
  touchSupplierPriceList(context, input.supplierPriceListID);
  return { recordsTotal: 1, records: [`{"supplierPriceListProductID":${id}}`] };
};
