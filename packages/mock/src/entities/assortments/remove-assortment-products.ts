import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { contentsOf, idLists } from './assortment-contents.ts';

/** Takes products out of an assortment. */
export const removeAssortmentProducts: Handler<typeof calls.removeAssortmentProducts> = (context, input) => {
  const { account } = context;
  const user = userOf(context);
  const contents = contentsOf(account, input.assortmentID);
  const wanted = [...new Set(input.productIDs)];
  const entries = wanted.flatMap((id) => contents.get(id) ?? []);
  for (const { rowID } of entries) account.remove('assortmentProducts', rowID, user);
  return idLists({
    deletedIDs: entries.map(({ productID }) => productID),
    productsNotInAssortment: wanted.filter((id) => !contents.has(id)),
  });
};
