import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { assortmentProducts } from './assortment-products.ts';
import { removedAssortmentProducts } from './removed-assortment-products.ts';

/** Takes products out of an assortment. Those that are not in it are reported, and are not an error. */
export const removeAssortmentProducts = defineCall({
  name: 'removeAssortmentProducts',
  docs: 'https://learn-api.erply.com/requests/removeassortmentproducts',
  effect: 'write',
  table: assortmentProducts,
  right: 'edit',
  session: 'required',
  input: () => ({
    /** The products to take out. */
    productIDs: idList,
    /** The assortment. */
    assortmentID: integer,
  }),
  module: 'assortments',
  result: { one: removedAssortmentProducts },
  example: { assortmentID: 1, productIDs: [1, 2, 999_999] },
  errors: [1006, 1010, 1011, 1062],
  loggable: ['productIDs', 'assortmentID'],
  evidence: 'Documented; the answer from a typed SDK.',
});
