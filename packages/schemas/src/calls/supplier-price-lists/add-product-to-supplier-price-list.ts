import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { savedRecord } from '../saved-record.ts';
import { supplierPriceInputs } from './supplier-price-inputs.ts';
import { supplierPriceLists } from './supplier-price-lists.ts';

/** Adds one product to a supplier's price list, once with each amount. */
export const addProductToSupplierPriceList = defineCall({
  name: 'addProductToSupplierPriceList',
  docs: 'https://learn-api.erply.com/requests/addproducttosupplierpricelist',
  effect: 'write',
  table: supplierPriceLists,
  right: 'edit',
  session: 'required',
  module: 'supplierPriceLists',
  input: () => ({
    /** The price list. */
    supplierPriceListID: integer,
    /** The product. */
    productID: integer,
    ...supplierPriceInputs(),
    /** Net; a negative one is refused with 1016. */
    price: decimal,
    /** The least amount that the price is for, not negative; quantity price lists module, 1078 without. */
    amount: integer.optional(),
  }),
  moduleInputs: { amount: { module: 'quantityPriceLists', code: 1078 } },
  result: { one: savedRecord('supplierPriceListProductID') },
  example: { supplierPriceListID: 1, productID: 500, price: 3.5 },
  errors: [1006, 1010, 1011, 1014, 1016, 1026, 1062, 1078],
  loggable: [
    'supplierPriceListID',
    'productID',
    'amount',
    'masterPackQuantity',
    'minimumOrderQuantity',
    'countryID',
  ],
  evidence:
    'Answer from a typed SDK. That price is required, 1016 for what is negative, and 1014 for texts that editProductInSupplierPriceList finds too long are inferred.',
});
