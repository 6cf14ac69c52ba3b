import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { deletedAndMissingRecords } from '../deleted-records.ts';
import { supplierPriceLists } from './supplier-price-lists.ts';

/**
 * Takes rows out of a supplier's price list. Rows that it does not have are reported, and are not an error.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteProductsFromSupplierPriceList = defineCall({
  name: 'deleteProductsFromSupplierPriceList',
  docs: 'https://learn-api.erply.com/requests/deleteproductsfromsupplierpricelist',
  effect: 'delete',
  table: supplierPriceLists,
  right: 'delete',
  session: 'required',
  module: 'supplierPriceLists',
  input: () => ({
    /** The price list. */
    supplierPriceListID: integer,
    /** IDs of rows, not of products. */
    supplierPriceListProductIDs: idList,
  }),
  result: { one: deletedAndMissingRecords },
  example: { supplierPriceListID: 11, supplierPriceListProductIDs: [1, 999_999] },
  errors: [1006, 1010, 1011, 1062, 1063],
  loggable: ['supplierPriceListID', 'supplierPriceListProductIDs'],
  evidence: 'Answer from a typed SDK; which inputs are required is inferred.',
});
