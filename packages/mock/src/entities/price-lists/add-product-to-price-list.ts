import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import {
  checkIsOnly,
  checkMayEdit,
  checkNotNegative,
  checkPriceList,
  touchPriceList,
} from './price-list-rows.ts';

/** Adds a product to a price list, once with each amount. */
export const addProductToPriceList: Handler<typeof calls.addProductToPriceList> = (context, input) => {
  const { account } = context;
  checkMayEdit(context);
  checkPriceList(account, input.priceListID);
  if (!account.table('products').has(input.productID)) refuse(1011, 'productID');
  checkNotNegative(input);
  checkIsOnly(account, input);
  const id = account.insert('pricelistProducts', input, userOf(context));
  touchPriceList(context, input.priceListID);
  return { recordsTotal: 1, records: [`{"priceListProductID":${id}}`] };
};
