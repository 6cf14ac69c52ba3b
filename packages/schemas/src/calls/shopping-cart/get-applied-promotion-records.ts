import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { languageInput } from '../language-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { appliedPromotionRecord } from './applied-promotion-record.ts';
import { appliedPromotionRecords } from './applied-promotion-records.ts';

/**
 * The discounts on rows of sales documents, in the order of their application. They are those that the client has saved
 * with the document; a later save without them leaves them as they are. Discounts by price lists and by hand are left out
 * where the account does not have the module.
 */
export const getAppliedPromotionRecords = defineCall({
  name: 'getAppliedPromotionRecords',
  docs: 'https://learn-api.erply.com/requests/getappliedpromotionrecords',
  effect: 'read',
  table: appliedPromotionRecords,
  session: 'required',
  input: () => ({
    /** Only these records. */
    recordIDs: idList.optional(),
    /** Only discounts of these sales documents. */
    invoiceIDs: idList.optional(),
    /** Only discounts on these products. */
    productIDs: idList.optional(),
    /** Only these promotions. */
    promotionIDs: idList.optional(),
    /** Only these price lists; module. */
    priceListIDs: idList.optional(),
    /** Only sales of that day or later. */
    dateFrom: isoDate.optional(),
    /** Only sales of that day or earlier. */
    dateTo: isoDate.optional(),
    /** Only sales of this location. */
    warehouseID: integer.optional(),
    /** Only sales of this register. */
    pointOfSaleID: integer.optional(),
    /** Only records written since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
    ...languageInput(),
  }),
  module: 'promotionReport',
  moduleInputs: { priceListIDs: { module: 'appliedPriceLists', code: 1028 } },
  filters: {
    recordIDs: { field: 'recordID', by: 'oneOf' },
    invoiceIDs: { field: 'invoiceID', by: 'oneOf' },
    productIDs: { field: 'productID', by: 'oneOf' },
    promotionIDs: { field: 'promotionID', by: 'oneOf' },
    priceListIDs: { field: 'priceListID', by: 'oneOf' },
    dateFrom: { field: 'date', by: 'from' },
    dateTo: { field: 'date', by: 'to' },
  },
  result: { list: appliedPromotionRecord },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006, 1028],
  loggable: [
    'recordIDs',
    'invoiceIDs',
    'productIDs',
    'promotionIDs',
    'priceListIDs',
    'dateFrom',
    'dateTo',
    'warehouseID',
    'pointOfSaleID',
    'changedSince',
    'recordsOnPage',
    'pageNo',
    'lang',
  ],
  evidence:
    'Documented in 2019, `changedSince` by newer pages. Inferred: 1006 without the module, and that rows of the two other modules are left out without them.',
});
