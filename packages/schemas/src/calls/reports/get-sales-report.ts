import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { oneOf, text } from '../../wire/text.ts';
import { reportLink } from '../report-link.ts';
import { salesDocuments } from '../sales-documents/sales-documents.ts';
import { salesReportTypes } from './report-types.ts';

/**
 * What was sold in a period, as a link to a CSV file: confirmed documents that are revenue; what came back is negative.
 * An account makes one report at a time: 1021 for another, until the file of the first is written.
 *
 * The file is in latin1. Fields are in double quotes and apart as `csv_field_separator` of getConfParameters says; find
 * columns by their names in the first line, whose first cell is empty: below it stands the number of the line. The last
 * line begins with `TOTAL`. Which columns there are, and their names, is inferred.
 *
 * Lines by day, location and invoice, and their `TOTAL`, add `netTotal`, `vatTotal` and `total` of getSalesDocuments, so
 * that both agree to the cent (inferred). Rows are added instead, each with cents of its own, in reports by product and by
 * row, with a filter by product, service or promotion or by `showProductsAndServices` or `transactionType`, and for an
 * invoice some of whose rows `giftCardsSales` leaves out.
 *
 * @deprecated Erply recommends instead: Reports API GET /v1/generated-reports/invoice-rows.
 */
export const getSalesReport = defineCall({
  name: 'getSalesReport',
  docs: 'https://learn-api.erply.com/requests/getsalesreport',
  effect: 'read',
  table: salesDocuments,
  right: 'view',
  session: 'required',
  input: () => ({
    /** What is added up: the fake serves SALES_BY_DATE, SALES_BY_PRODUCT, SALES_BY_INVOICE, SALES_BY_INVOICE_ROWS and SALES_BY_WAREHOUSE, and refuses others with 1016. */
    reportType: oneOf(salesReportTypes),
    /** First day of the documents (that it is required is inferred). */
    dateStart: isoDate,
    /** Last day of the documents (that it is required is inferred). */
    dateEnd: isoDate,
    /** First day of the documents in a report of costs; as `dateStart` (inferred). */
    documentDateStart: isoDate.optional(),
    /** Last day of the documents in a report of costs; as `dateEnd` (inferred). */
    documentDateEnd: isoDate.optional(),
    /** 1 adds what the goods cost, and what is left. */
    getCOGS: flag.optional(),
    /** What to compare with. */
    comparisonType: text.optional(),
    /** First day to compare with. */
    comparisonDateStart: isoDate.optional(),
    /** Last day to compare with. */
    comparisonDateEnd: isoDate.optional(),
    /** 1 for numbers as people of the country write them; 0, the default, for dots. */
    localNumberFormatting: flag.optional(),
    /** The currency of the sums, not a filter; that of the account when left out. */
    currencyCode: text.optional(),
    /** Whether sales of gift cards count; `EXCLUDE` when left out. */
    giftCardsSales: oneOf(['EXCLUDE', 'ONLY_GIFT_CARDS', 'BOTH_REGULAR_AND_GIFT_CARD']).optional(),
    /** Only sales to this customer. */
    customerID: integer.optional(),
    /** Only sales to customers of this group. */
    customerGroupID: integer.optional(),
    /** Only sales to customers of this account manager. */
    customerAccountManagerID: integer.optional(),
    /** Only sales to customers of this business area. */
    businessAreaID: integer.optional(),
    /** Only sales of this employee. */
    salesManagerID: integer.optional(),
    /** Only sales of this location. */
    warehouseID: integer.optional(),
    /** Only sales of this register. */
    pointOfSaleID: integer.optional(),
    /** Only this product. */
    productID: integer.optional(),
    /** Only products of this group and of those below it (inferred). */
    productGroupID: integer.optional(),
    /** Only products of this category. */
    categoryID: integer.optional(),
    /** Only products of this priority group. */
    priorityGroupID: integer.optional(),
    /** Only products of this supplier. */
    supplierID: integer.optional(),
    /** Only this service. */
    serviceID: integer.optional(),
    /** Only sales of employees of this user group. */
    userGroupID: integer.optional(),
    /** Only products of this brand. */
    brandID: integer.optional(),
    /** Only rows whose price this promotion has made. */
    campaignID: integer.optional(),
    /** Only sales of locations of this region. */
    region: text.optional(),
    /** Only sales of locations of this group. */
    storeGroup: text.optional(),
    /** Only these products. */
    productIDs: idList.optional(),
    /** Whether products or services count; `ALL` when left out. Rows that are neither are only in `ALL` (inferred). */
    showProductsAndServices: oneOf(['ALL', 'PRODUCTS', 'SERVICES']).optional(),
    /** Whether what was sold counts, or what came back; `ALL` when left out. */
    transactionType: oneOf(['ALL', 'SALES', 'RETURNS']).optional(),
    /** 1 shows bundles instead of what they are made of. */
    displayBundles: flag.optional(),
  }),
  example: { reportType: 'SALES_BY_DATE', dateStart: '2025-01-01', dateEnd: '2025-12-31' },
  result: { one: reportLink },
  errors: [1010, 1016, 1021, 1060],
  loggable: [
    'reportType',
    'dateStart',
    'dateEnd',
    'documentDateStart',
    'documentDateEnd',
    'getCOGS',
    'currencyCode',
    'giftCardsSales',
    'customerGroupID',
    'warehouseID',
    'pointOfSaleID',
    'productID',
    'productGroupID',
    'categoryID',
    'priorityGroupID',
    'supplierID',
    'serviceID',
    'brandID',
    'campaignID',
    'productIDs',
    'showProductsAndServices',
    'transactionType',
  ],
  unserved: {
    inputs: [
      'comparisonType',
      'comparisonDateStart',
      'comparisonDateEnd',
      'localNumberFormatting',
      'businessAreaID',
      'salesManagerID',
      'userGroupID',
      'region',
      'storeGroup',
      'displayBundles',
    ],
  },
  deprecated: 'Reports API GET /v1/generated-reports/invoice-rows',
  evidence: 'Documented; the columns of the file are not, but for a few names.',
});
