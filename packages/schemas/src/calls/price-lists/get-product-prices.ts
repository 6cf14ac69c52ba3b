import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { products } from '../products/products.ts';
import { productPrices } from './product-prices.ts';

/**
 * What products cost at a location or for a customer, after price lists but without promotions: all in one answer.
 * Each price list counts from the price on the card, and the last one that has a rule for the product wins.
 */
export const getProductPrices = defineCall({
  name: 'getProductPrices',
  docs: 'https://learn-api.erply.com/requests/getproductprices',
  effect: 'read',
  table: products,
  right: 'view',
  session: 'required',
  input: () => ({
    /** The product; this or `productIDs` (inferred). */
    productID: integer.optional(),
    /** The products, 10,000 at most: 1162 for more. */
    productIDs: idList.optional(),
    /** The customer. */
    clientID: integer.optional(),
    /** The location. */
    warehouseID: integer.optional(),
    /** 1 adds `priceCalculationSteps`. */
    getPriceCalculationSteps: flag.optional(),
  }),
  result: { list: productPrices },
  example: { productIDs: [1, 2], warehouseID: 2, getPriceCalculationSteps: 1 },
  errors: [1010, 1011, 1162],
  loggable: ['productID', 'warehouseID', 'getPriceCalculationSteps'],
  unserved: { inputs: ['clientID'] },
  evidence: 'Documents and a typed SDK agree on the wire types; the order of price lists is documented.',
});
