import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { oneOf } from '../../wire/text.ts';
import { productStatuses } from '../products/product-statuses.ts';
import { assortmentProducts } from './assortment-products.ts';
import { editedAssortmentProducts } from './edited-assortment-products.ts';

/** Changes the status of products in an assortment. Those that are not in it are reported, and are not an error. */
export const editAssortmentProducts = defineCall({
  name: 'editAssortmentProducts',
  docs: 'https://learn-api.erply.com/requests/editassortmentproducts',
  effect: 'write',
  table: assortmentProducts,
  right: 'edit',
  session: 'required',
  input: () => ({
    /** The products to change. */
    productIDs: idList,
    /** The assortment. */
    assortmentID: integer,
    /** Their new status in the assortment; required (inferred). */
    status: oneOf(productStatuses),
  }),
  module: 'assortments',
  result: { one: editedAssortmentProducts },
  example: { assortmentID: 1, productIDs: [1, 2, 999_999], status: 'ARCHIVED' },
  errors: [1006, 1010, 1011, 1016, 1062],
  loggable: ['productIDs', 'assortmentID', 'status'],
  evidence: 'Documented; the answer from a typed SDK.',
});
