import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { assortmentProduct } from './assortment-product.ts';
import { assortmentProducts } from './assortment-products.ts';

/**
 * Products of one assortment and their status in it. Unlike elsewhere, a page has 1000 of them.
 * @deprecated Erply recommends instead: PIM API GET /v1/assortment/{id}/products.
 */
export const getAssortmentProducts = defineCall({
  name: 'getAssortmentProducts',
  docs: 'https://learn-api.erply.com/requests/getassortmentproducts',
  effect: 'read',
  table: assortmentProducts,
  right: 'view',
  session: 'required',
  input: () => ({
    /** The assortment. */
    assortmentID: integer,
    ...pagingInputs(),
  }),
  module: 'assortments',
  result: { list: assortmentProduct },
  paging: { defaultPageSize: 1000, maxPageSize: () => 1000 },
  example: { assortmentID: 1 },
  errors: [1006, 1010, 1011],
  loggable: ['assortmentID', 'recordsOnPage', 'pageNo'],
  deprecated: 'PIM API GET /v1/assortment/{id}/products',
  evidence: 'Documented.',
});
