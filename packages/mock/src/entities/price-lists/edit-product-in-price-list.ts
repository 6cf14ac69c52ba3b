import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkIsOnly, checkNotNegative, touchPriceList } from './price-list-rows.ts';

/** Changes what is named of a row of a price list. */
export const editProductInPriceList: Handler<typeof calls.editProductInPriceList> = (context, input) => {
  const { account } = context;
  const { priceListProductID: id, ...fields } = input;
  const before = account.table('pricelistProducts').get(id);
  if (before === undefined) refuse(1011, 'priceListProductID');
  checkNotNegative(input);
  checkIsOnly(account, { ...before, ...fields });
  account.update('pricelistProducts', { id, fields, user: userOf(context) });
  touchPriceList(context, before.priceListID);
  return { recordsTotal: 1, records: [`{"priceListProductID":${id}}`] };
};
