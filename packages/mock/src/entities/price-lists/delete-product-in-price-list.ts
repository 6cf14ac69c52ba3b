import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { checkMayEdit, checkPriceList, touchPriceList } from './price-list-rows.ts';

/** Takes rows out of a price list; rows of other lists are none of its own. */
export const deleteProductInPriceList: Handler<typeof calls.deleteProductInPriceList> = (context, input) => {
  const { account } = context;
  const { priceListID } = input;
  checkMayEdit(context);
  checkPriceList(account, priceListID);
  const table = account.table('pricelistProducts');
  const ids = [...new Set(input.priceListProductIDs)];
  const isOwn = (id: number) => table.get(id)?.priceListID === priceListID;
  const nonExistingIDs = ids.filter((id) => !isOwn(id)).join();
  const deleted = ids.filter(isOwn);
  for (const id of deleted) account.remove('pricelistProducts', id, userOf(context));
  if (deleted.length > 0) touchPriceList(context, priceListID);
  return { recordsTotal: 1, records: [phpJson({ deletedIDs: deleted.join(), nonExistingIDs })] };
};
