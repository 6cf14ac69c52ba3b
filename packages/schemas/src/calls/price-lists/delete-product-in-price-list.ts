import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { checkedIDList } from '../../wire/lists.ts';
import { deletedAndMissingRecords } from '../deleted-records.ts';
import { priceLists } from './price-lists.ts';

/**
 * Takes rows out of a price list. Rows that it does not have are reported, and are not an error.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteProductInPriceList = defineCall({
  name: 'deleteProductInPriceList',
  docs: 'https://learn-api.erply.com/requests/deleteproductinpricelist',
  effect: 'delete',
  table: priceLists,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The price list. */
    priceListID: integer,
    /** IDs of rows, not of products. */
    priceListProductIDs: checkedIDList,
  }),
  result: { one: deletedAndMissingRecords },
  example: { priceListID: 1, priceListProductIDs: [1, 999_999] },
  errors: [1010, 1011, 1029, 1062, 1063],
  loggable: ['priceListID', 'priceListProductIDs'],
  evidence: 'Answer from a typed SDK; which inputs are required is inferred.',
});
