import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { idList } from '../../wire/lists.ts';
import { productFromSupplierPriceList } from './product-from-supplier-price-list.ts';
import { supplierPriceLists } from './supplier-price-lists.ts';

/** What suppliers ask for products, in all of their price lists: all in one answer. */
export const getProductsFromSupplierPriceLists = defineCall({
  name: 'getProductsFromSupplierPriceLists',
  docs: 'https://learn-api.erply.com/requests/getproductsfromsupplierpricelists',
  effect: 'read',
  table: supplierPriceLists,
  right: 'view',
  session: 'required',
  module: 'supplierPriceLists',
  input: () => ({
    /** The products. */
    productIDs: idList,
    /** 1 for active lists only, 0 for the others only (inferred). */
    activePriceList: flag.optional(),
    /** Only lists that begin on this day or later; those without a first day always match (inferred). */
    priceListStartDateFrom: isoDate.optional(),
    /** Only lists that begin on this day or before. */
    priceListStartDateTo: isoDate.optional(),
    /** Only lists that end on this day or later; those without a last day always match (inferred). */
    priceListEndDateFrom: isoDate.optional(),
    /** Only lists that end on this day or before. */
    priceListEndDateTo: isoDate.optional(),
  }),
  result: { list: productFromSupplierPriceList },
  example: { productIDs: [86, 304] },
  errors: [1006, 1010, 1060],
  loggable: [
    'productIDs',
    'activePriceList',
    'priceListStartDateFrom',
    'priceListStartDateTo',
    'priceListEndDateFrom',
    'priceListEndDateTo',
  ],
  evidence: 'Documented; no answer was captured, so that IDs and amounts are numbers is inferred.',
});
