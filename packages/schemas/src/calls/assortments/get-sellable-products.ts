import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { sellableProduct } from './sellable-product.ts';

/**
 * All that a location with an assortment may sell, in one answer: what is ACTIVE or NO_LONGER_ORDERED both on the card
 * and in the assortment. Made for registers; getProducts with `getProductsFor` does the same for any location.
 */
export const getSellableProducts = defineCall({
  name: 'getSellableProducts',
  docs: 'https://learn-api.erply.com/requests/getsellableproducts',
  effect: 'read',
  session: 'required',
  input: () => ({
    /** The location; 1136 when it has no assortment, 1137 when the answer would have more than 10,000 products. */
    warehouseID: integer,
  }),
  module: 'assortments',
  result: { list: sellableProduct },
  example: { warehouseID: 2 },
  errors: [1006, 1010, 1011, 1136, 1137],
  loggable: ['warehouseID'],
  evidence: 'Older documentation; that a record is an object is inferred.',
});
