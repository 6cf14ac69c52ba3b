import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { contentsOf, idLists } from './assortment-contents.ts';

/** Gives products of an assortment another status in it. */
export const editAssortmentProducts: Handler<typeof calls.editAssortmentProducts> = (context, input) => {
  const { account } = context;
  const { assortmentID, status } = input;
  const user = userOf(context);
  const contents = contentsOf(account, assortmentID);
  const wanted = [...new Set(input.productIDs)];
  for (const productID of wanted) {
    const entry = contents.get(productID);
    if (entry !== undefined)
      account.update('assortmentProducts', { id: entry.rowID, fields: { status }, user });
  }
  return idLists({ productsNotInAssortment: wanted.filter((id) => !contents.has(id)) });
};
