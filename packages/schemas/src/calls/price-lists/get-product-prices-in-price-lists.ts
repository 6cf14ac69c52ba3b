import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { languageInput } from '../language-inputs.ts';
import { priceLists } from './price-lists.ts';
import { productPriceInPriceList } from './product-price-in-price-list.ts';

/**
 * In which price lists products are, and at what price: all in one answer. getProductPrices
 * says which of the prices a sale has.
 */
export const getProductPricesInPriceLists = defineCall({
  name: 'getProductPricesInPriceLists',
  docs: 'https://learn-api.erply.com/requests/getproductpricesinpricelists',
  effect: 'read',
  table: priceLists,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this row. */
    priceListProductID: integer.optional(),
    /** Only this product. */
    productID: integer.optional(),
    /** Only these products. */
    productIDs: idList.optional(),
    /** 1 for active lists only, 0 for all; 1 when left out. */
    active: flag.optional(),
    /** Only prices added or changed since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...languageInput(),
  }),
  result: { list: productPriceInPriceList },
  example: { changedSince: 1_735_689_600 },
  errors: [1010, 1011],
  loggable: ['priceListProductID', 'productID', 'active', 'changedSince', 'lang'],
  evidence: 'Wire types from a typed SDK; 1010 for a request that names nothing is inferred.',
});
