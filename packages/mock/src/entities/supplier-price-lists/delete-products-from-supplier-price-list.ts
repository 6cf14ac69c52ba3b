import { type calls, phpJson } from '@erply-kit/schemas';

import { mayDo } from '../../account/user.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkSupplierPriceList, touchSupplierPriceList } from './supplier-price-rows.ts';

/** Takes rows out of a supplier's price list, whose edit right it needs (1062); rows of other lists are not there. */
export const deleteProductsFromSupplierPriceList: Handler<
  typeof calls.deleteProductsFromSupplierPriceList
> = (context, input) => {
  const { account } = context;
  const user = userOf(context);
  const { supplierPriceListID } = input;
  if (!mayDo(user, 'edit', 'supplierPriceLists')) refuse(1062);
  checkSupplierPriceList(account, supplierPriceListID);
  const table = account.table('supplierPriceListProducts');
  const ids = [...new Set(input.supplierPriceListProductIDs)];
  const isOwn = (id: number) => table.get(id)?.supplierPriceListID === supplierPriceListID;
  const nonExistingIDs = ids.filter((id) => !isOwn(id)).join();
  const deleted = ids.filter(isOwn);
  for (const id of deleted) account.remove('supplierPriceListProducts', id, user);
  if (deleted.length > 0) touchSupplierPriceList(context, supplierPriceListID);
  return { recordsTotal: 1, records: [phpJson({ deletedIDs: deleted.join(), nonExistingIDs })] };
};
