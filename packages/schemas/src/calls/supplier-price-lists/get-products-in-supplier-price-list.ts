import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { supplierPriceListProduct } from './supplier-price-list-product.ts';
import { supplierPriceListProducts } from './supplier-price-list-products.ts';

/** Products in the price lists of suppliers, of one list or of all. */
export const getProductsInSupplierPriceList = defineCall({
  name: 'getProductsInSupplierPriceList',
  docs: 'https://learn-api.erply.com/requests/getproductsinsupplierpricelist',
  effect: 'read',
  table: supplierPriceListProducts,
  right: 'view',
  session: 'required',
  module: 'supplierPriceLists',
  input: () => ({
    /** Only rows of this list; of all lists when left out (inferred). */
    supplierPriceListID: integer.optional(),
    /** Only these products. */
    productIDs: idList.optional(),
    ...pagingInputs(),
  }),
  filters: { productIDs: { field: 'productID', by: 'oneOf' } },
  result: { list: supplierPriceListProduct },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  example: { supplierPriceListID: 1 },
  errors: [1006, 1060],
  loggable: ['supplierPriceListID', 'productIDs', 'recordsOnPage', 'pageNo'],
  evidence: 'Wire types from a typed SDK; the size of a page is inferred.',
});
