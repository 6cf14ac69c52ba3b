import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { rows } from '../../wire/numbered.ts';
import { productCost } from './product-cost.ts';

/** What units of products cost that are about to leave a location: the oldest go first. Reserves nothing. */
export const getProductCostForSpecificAmount = defineCall({
  name: 'getProductCostForSpecificAmount',
  docs: 'https://learn-api.erply.com/requests/getproductcostforspecificamount',
  effect: 'read',
  right: 'view',
  session: 'required',
  input: () => ({
    /** The location that they leave. */
    warehouseID: integer,
    /** What leaves: `productID1`, `amount1` and so on. Each line is reckoned by itself (inferred). */
    rows: rows({
      /** The product; it has to have stock. */
      productID: integer,
      /** How many. */
      amount: decimal,
    }),
  }),
  example: { warehouseID: 1, rows: [{ productID: 1, amount: 2 }] },
  result: { list: productCost },
  errors: [1006, 1010, 1011],
  unserved: { errors: [1006] },
  loggable: ['warehouseID'],
  evidence: 'Documented; that amounts and costs are numbers, with six decimals at most, is inferred.',
});
