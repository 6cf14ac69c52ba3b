import { defineTable } from '../../define-table.ts';
import { appliedPromotionRecord } from './applied-promotion-record.ts';

/** Discounts on rows of sales documents: each is part of its document. */
export const appliedPromotionRecords = defineTable({
  name: 'appliedPromotionRecords',
  key: 'recordID',
  record: appliedPromotionRecord,
  joins: {
    promotionName: { table: 'campaigns', by: 'promotionID', field: 'name' },
    priceListName: { table: 'priceLists', by: 'priceListID', field: 'name' },
  },
  parents: { invoiceID: 'salesDocuments' },
  logged: false,
  timestamps: false,
});
