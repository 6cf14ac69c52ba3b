import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';

/** Every product that an active price list has a price for: what Erply counts as a change is not known. */
export const getProductsWithChangedPrices: Handler<typeof calls.getProductsWithChangedPrices> = (context) => {
  userOf(context);
  const { account } = context;
  const rows = account.table('pricelistProducts');
  const lists = account.table('priceLists');
  const active = [...lists.ids()].filter((id) => lists.get(id)?.active === 1);
  const products = active.flatMap((id) =>
    rows.find('priceListID', id).map((row) => Number(rows.get(row)?.productID)),
  );
  const productIDs = [...new Set(products)].sort((left, right) => left - right);
  return { recordsTotal: 1, records: [phpJson({ productIDs })] };
};
