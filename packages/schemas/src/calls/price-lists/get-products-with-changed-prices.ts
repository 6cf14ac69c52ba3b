import { defineCall } from '../../define-call.ts';
import { priceLists } from './price-lists.ts';
import { productsWithChangedPrices } from './products-with-changed-prices.ts';

/**
 * IDs of products whose prices changed, in one record. Since when is not known, nor which inputs say so; the fake
 * answers every product that has a price in an active price list.
 */
export const getProductsWithChangedPrices = defineCall({
  name: 'getProductsWithChangedPrices',
  docs: 'https://learn-api.erply.com/requests/getproductswithchangedprices',
  effect: 'read',
  table: priceLists,
  right: 'view',
  session: 'required',
  input: () => ({}),
  result: { one: productsWithChangedPrices },
  errors: [],
  loggable: [],
  evidence: 'Known from a typed SDK alone: its answer, no input and no page.',
});
