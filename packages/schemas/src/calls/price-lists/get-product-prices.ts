import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { products } from '../products/products.ts';
import { productPrices } from './product-prices.ts';

/**
 * What products cost at a location or for a customer, after price lists but without promotions: all in one answer.
 * First come the price lists of the location, then those of the groups that the customer is in, from the topmost one
 * down, then those of the customer. Each counts from the price on the card, and the last one that has a rule for the
 * product wins.
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
    /** The customer, whose price lists and those of whose groups count; 0 for none. */
    clientID: integer.optional(),
    /** The location, whose price lists count; 0 for none. */
    warehouseID: integer.optional(),
    /** 1 adds `priceCalculationSteps`. */
    getPriceCalculationSteps: flag.optional(),
  }),
  result: { list: productPrices },
  example: { productIDs: [1, 2], warehouseID: 2, getPriceCalculationSteps: 1 },
  errors: [1010, 1011, 1162],
  loggable: ['productID', 'warehouseID', 'getPriceCalculationSteps'],
  evidence:
    'Documents and a typed SDK agree on the wire types; the order of price lists is documented, but that those of a customer come after those of the location is inferred.',
});
