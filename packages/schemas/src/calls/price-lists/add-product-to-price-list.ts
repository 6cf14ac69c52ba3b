import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { savedRecord } from '../saved-record.ts';
import { priceListRowInputs, priceListRowModules } from './price-list-row-inputs.ts';
import { priceLists } from './price-lists.ts';

/** Adds one product to a price list. */
export const addProductToPriceList = defineCall({
  name: 'addProductToPriceList',
  docs: 'https://learn-api.erply.com/requests/addproducttopricelist',
  effect: 'write',
  table: priceLists,
  right: 'add',
  session: 'required',
  input: () => ({
    /** The price list. */
    priceListID: integer,
    /** The product. */
    productID: integer,
    /** Net, not negative. */
    price: decimal,
    ...priceListRowInputs(),
  }),
  moduleInputs: priceListRowModules,
  result: { one: savedRecord('priceListProductID') },
  example: { priceListID: 4, productID: 1, price: 9.5 },
  errors: [1010, 1011, 1014, 1026, 1028, 1061, 1062, 1077, 1078, 1151, 1152],
  loggable: ['priceListID', 'productID', 'amount'],
  evidence: 'Answer from a typed SDK; which inputs are required and when 1026 comes are inferred.',
});
