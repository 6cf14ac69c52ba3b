import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { savedRecord } from '../saved-record.ts';
import { priceListRowInputs, priceListRowModules } from './price-list-row-inputs.ts';
import { priceLists } from './price-lists.ts';

/** Changes one row of a price list. Its product stays: delete the row and add another instead. */
export const editProductInPriceList = defineCall({
  name: 'editProductInPriceList',
  docs: 'https://learn-api.erply.com/requests/editproductinpricelist',
  effect: 'write',
  table: priceLists,
  right: 'edit',
  session: 'required',
  input: () => ({
    /** The row. */
    priceListProductID: integer,
    /** Net, not negative. */
    price: decimal.optional(),
    ...priceListRowInputs(),
  }),
  moduleInputs: priceListRowModules,
  result: { one: savedRecord('priceListProductID') },
  example: { priceListProductID: 1, price: 9.5 },
  errors: [1010, 1011, 1014, 1026, 1028, 1062, 1078, 1079],
  loggable: ['priceListProductID', 'amount'],
  evidence: 'Answer from a typed SDK.',
});
