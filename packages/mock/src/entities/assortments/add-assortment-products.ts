import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { contentsOf, idLists } from './assortment-contents.ts';

/** Puts products into an assortment; those that are there stay as they are. */
export const addAssortmentProducts: Handler<typeof calls.addAssortmentProducts> = (context, input) => {
  const { account } = context;
  const { assortmentID, status = 'ACTIVE' } = input;
  const user = userOf(context);
  const contents = contentsOf(account, assortmentID);
  const products = account.table('products');
  const wanted = [...new Set(input.productIDs)];
  const nonExistingIDs = wanted.filter((id) => !products.has(id));
  const productsAlreadyInAssortment = wanted.filter((id) => contents.has(id));
  for (const productID of wanted) {
    if (products.has(productID) && !contents.has(productID))
      account.insert('assortmentProducts', { assortmentID, productID, status }, user);
  }
  return idLists({ productsAlreadyInAssortment, nonExistingIDs });
};
