import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { oneOf } from '../../wire/text.ts';
import { productStatuses } from '../products/product-statuses.ts';
import { addedAssortmentProducts } from './added-assortment-products.ts';
import { assortmentProducts } from './assortment-products.ts';

/**
 * Puts products into an assortment. Those that are in it already, and those that do not exist, are reported, and are not an error.
 * @deprecated Erply recommends instead: PIM API POST /v1/assortment/{id}/products/bulk.
 */
export const addAssortmentProducts = defineCall({
  name: 'addAssortmentProducts',
  docs: 'https://learn-api.erply.com/requests/addassortmentproducts',
  effect: 'write',
  table: assortmentProducts,
  right: 'edit',
  session: 'required',
  input: () => ({
    /** The products to put in. */
    productIDs: idList,
    /** The assortment. */
    assortmentID: integer,
    /** Their status in the assortment; ACTIVE when left out. */
    status: oneOf(productStatuses).optional(),
  }),
  module: 'assortments',
  result: { one: addedAssortmentProducts },
  example: { assortmentID: 1, productIDs: [1, 2, 999_999] },
  errors: [1006, 1010, 1011, 1016, 1062],
  loggable: ['productIDs', 'assortmentID', 'status'],
  deprecated: 'PIM API POST /v1/assortment/{id}/products/bulk',
  evidence: 'Documented; the answer from a typed SDK.',
});
