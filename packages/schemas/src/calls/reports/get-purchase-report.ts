import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { oneOf, text } from '../../wire/text.ts';
import { purchaseDocuments } from '../purchase-documents/purchase-documents.ts';
import { reportLink } from '../report-link.ts';
import { purchaseReportTypes } from './report-types.ts';

/**
 * What was bought in a period, as a link to a CSV file: confirmed documents by which goods were received; what went back
 * is negative. An account makes one report at a time: 1021 for another, until the file of the first is written (inferred
 * from getSalesReport).
 *
 * The file is in latin1. Fields are in double quotes, with semicolons between them; find columns by their names in the
 * first line. The last line begins with `TOTAL`. Which columns there are, and most of their names, is inferred.
 */
export const getPurchaseReport = defineCall({
  name: 'getPurchaseReport',
  docs: 'https://learn-api.erply.com/requests/getpurchasereport',
  effect: 'read',
  table: purchaseDocuments,
  right: 'view',
  session: 'required',
  input: () => ({
    /** What is added up (that it is required is inferred). */
    reportType: oneOf(purchaseReportTypes),
    /** First day of the documents. */
    dateStart: isoDate.optional(),
    /** Last day of the documents. */
    dateEnd: isoDate.optional(),
    /** The currency of the sums, not a filter; that of the account when left out. */
    currencyCode: text.optional(),
    /** Only purchases for this location. */
    warehouseID: integer.optional(),
    /** Only this product. */
    productID: integer.optional(),
    /** Whether products that have stock count, or others; `ALL` when left out. */
    productType: oneOf(['ALL', 'STOCK', 'NON_STOCK']).optional(),
    /** Only products of this group and of those below it. */
    productGroupID: integer.optional(),
    /** Only products of this category. */
    categoryID: integer.optional(),
    /** Only products of this priority group. */
    priorityGroupID: integer.optional(),
    /** Only purchases from this supplier. */
    supplierID: integer.optional(),
    /** Only products of this brand. */
    brandID: integer.optional(),
    /** 1 for rows of services too. */
    includeServices: flag.optional(),
    /** 1 for what is to be paid instead of what was received; matters only where `use_purchase_waybills` is 1. */
    getAccountsPayableReport: flag.optional(),
  }),
  example: { reportType: 'PURCHASE_BY_PRODUCT' },
  result: { one: reportLink },
  errors: [1010, 1016, 1021, 1060],
  loggable: [
    'reportType',
    'dateStart',
    'dateEnd',
    'currencyCode',
    'warehouseID',
    'productID',
    'productType',
    'productGroupID',
    'categoryID',
    'priorityGroupID',
    'supplierID',
    'brandID',
    'includeServices',
    'getAccountsPayableReport',
  ],
  evidence: 'Documented about 2019; the columns of the file are not, but for a few names.',
});
