import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { savedRecord } from '../saved-record.ts';
import { supplierPriceInputs } from './supplier-price-inputs.ts';
import { supplierPriceLists } from './supplier-price-lists.ts';

/** Changes one row of a supplier's price list. Its product and amount stay: delete the row and add another instead. */
export const editProductInSupplierPriceList = defineCall({
  name: 'editProductInSupplierPriceList',
  docs: 'https://learn-api.erply.com/requests/editproductinsupplierpricelist',
  effect: 'write',
  table: supplierPriceLists,
  right: 'edit',
  session: 'required',
  module: 'supplierPriceLists',
  input: () => ({
    /** The row. */
    supplierPriceListProductID: integer,
    ...supplierPriceInputs(),
  }),
  result: { one: savedRecord('supplierPriceListProductID') },
  example: { supplierPriceListProductID: 1, price: 9.5 },
  errors: [1006, 1010, 1011, 1014, 1062],
  loggable: ['supplierPriceListProductID', 'masterPackQuantity', 'minimumOrderQuantity', 'countryID'],
  evidence: 'Answer from a typed SDK.',
});
