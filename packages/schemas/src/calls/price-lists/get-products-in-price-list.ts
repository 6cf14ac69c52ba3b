import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { priceListProduct } from './price-list-product.ts';
import { priceLists } from './price-lists.ts';

/** Products of one price list. Its rules about groups and services are in getPriceLists only. */
export const getProductsInPriceList = defineCall({
  name: 'getProductsInPriceList',
  docs: 'https://learn-api.erply.com/requests/getproductsinpricelist',
  effect: 'read',
  table: priceLists,
  right: 'view',
  session: 'required',
  input: () => ({
    /** The price list; getPriceLists spells it `pricelistID`. */
    priceListID: integer,
    ...pagingInputs(),
  }),
  result: { list: priceListProduct },
  paging: { defaultPageSize: 20, maxPageSize: () => 1000 },
  example: { priceListID: 1 },
  errors: [1010, 1011, 1060],
  loggable: ['priceListID', 'recordsOnPage', 'pageNo'],
  evidence: 'Wire types from a typed SDK.',
});
