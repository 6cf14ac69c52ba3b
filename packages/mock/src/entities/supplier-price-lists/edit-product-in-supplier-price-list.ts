import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkCountry, checkQuantities, touchSupplierPriceList } from './supplier-price-rows.ts';

/** Changes what is named of a row of a supplier's price list. */
export const editProductInSupplierPriceList: Handler<typeof calls.editProductInSupplierPriceList> = (
  context,
  input,
) => {
  const { account } = context;
  const { supplierPriceListProductID: id, ...fields } = input;
  const before = account.table('supplierPriceListProducts').get(id);
  if (before === undefined) refuse(1011, 'supplierPriceListProductID');
  checkCountry(account, input);
  checkQuantities(input, 1014);
  account.update('supplierPriceListProducts', { id, fields, user: userOf(context) });
  touchSupplierPriceList(context, before.supplierPriceListID);
  return { recordsTotal: 1, records: [`{"supplierPriceListProductID":${id}}`] };
};
