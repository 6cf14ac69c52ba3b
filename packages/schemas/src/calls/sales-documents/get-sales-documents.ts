import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList, someOf } from '../../wire/lists.ts';
import { rows } from '../../wire/numbered.ts';
import { anyCaseOf, oneOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { salesDocument } from './sales-document.ts';
import { invoiceStates, salesDocumentTypes } from './sales-document-types.ts';
import { salesDocuments } from './sales-documents.ts';

/**
 * Invoices, receipts, orders, quotes, waybills and credit notes. Without their rows, unless one is asked for by `id` or
 * `number`, only one was found, or `getRowsForAllInvoices` is 1.
 */
export const getSalesDocuments = defineCall({
  name: 'getSalesDocuments',
  docs: 'https://learn-api.erply.com/requests/getsalesdocuments',
  effect: 'read',
  table: salesDocuments,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this document, with its rows. */
    id: integer.optional(),
    /** Only these documents. */
    ids: idList.optional(),
    /** Only documents of this customer, who gets the goods or pays for them, as `invoice_client_is_payer` says. */
    clientID: integer.optional(),
    /** Only documents of these customers. */
    clientIDs: idList.optional(),
    /** Only documents of customers whose name begins so (inferred). */
    clientName: text.optional(),
    /** Only documents that this employee made. */
    employeeID: integer.optional(),
    /** Only documents of this location; one that the user has no access to is refused with 1064. */
    warehouseID: integer.optional(),
    /** Only documents of these locations; only newer pages have it. */
    warehouseIDs: idList.optional(),
    /** Only documents of this register. */
    pointOfSaleID: integer.optional(),
    /** Only documents of this project. */
    projectID: integer.optional(),
    /** Only documents with a row of this product. */
    productID: integer.optional(),
    /** Only documents with a row of one of these products; only newer pages have it. */
    productIDs: idList.optional(),
    /** Only documents that this customer pays for, in accounts that keep payers apart. */
    payerID: integer.optional(),
    /** Only documents whose goods go to this customer, in accounts that keep recipients apart. */
    shipToID: integer.optional(),
    /** Only confirmed documents, or only others. */
    confirmed: flag.optional(),
    /** Only documents of exactly this number, with their rows; custom numbers too where `search_invoice_by_regular_and_custom_number` is 1. */
    number: text.optional(),
    /** Only documents whose number, or whose customer's name, e-mail address, telephone or card number, begins so. */
    numberOrCustomer: text.optional(),
    /** Only documents of exactly this reference number. */
    referenceNumber: text.optional(),
    /** Only documents of that day or later. */
    dateFrom: isoDate.optional(),
    /** Only documents of that day or earlier. */
    dateTo: isoDate.optional(),
    /** Only documents that the customer wants that day or later. */
    deliveryDateFrom: isoDate.optional(),
    /** Only documents that the customer wants that day or earlier. */
    deliveryDateTo: isoDate.optional(),
    /** Only documents with a row that the customer wants that day or later. */
    rowDeliveryDateFrom: isoDate.optional(),
    /** Only documents with a row that the customer wants that day or earlier. */
    rowDeliveryDateTo: isoDate.optional(),
    /** Only documents of this type. */
    type: oneOf(salesDocumentTypes).optional(),
    /** Only documents of these types. */
    types: someOf(salesDocumentTypes).optional(),
    /** 1 leaves out what was credited: whole documents, and rows or parts of their amounts. Totals stay. */
    nonReturnedItemsOnly: flag.optional(),
    /** 1 for rows of all documents. */
    getRowsForAllInvoices: flag.optional(),
    /** 1 adds `customerID`, and the fields of payer and of recipient, whatever the account keeps apart. */
    getCustomerInformation: flag.optional(),
    /** 1 adds `returnedPayments`. */
    getReturnedPayments: flag.optional(),
    /** 1 adds `added`. */
    getAddedTimestamp: flag.optional(),
    /** Only documents that are to be paid that day or later. */
    dueDateFrom: isoDate.optional(),
    /** Only documents that are to be paid that day or earlier. */
    dueDateTo: isoDate.optional(),
    /** 1 for only documents that are not paid in full. */
    unpaidItemsOnly: flag.optional(),
    /** 1 adds `cost`, and `warehouseValue` to rows. */
    getCOGS: flag.optional(),
    /** 1 for only documents that are neither fulfilled nor cancelled (inferred). */
    getUnfulfilledDocuments: flag.optional(),
    /** Only documents of this state; `NOT_CANCELLED` for all but cancelled ones. */
    invoiceState: oneOf([...invoiceStates, 'NOT_CANCELLED']).optional(),
    /** Only documents of this job; repair module. */
    assignmentID: integer.optional(),
    /** 1 leaves out rows of gift cards, which cannot be returned. */
    excludeGiftCards: flag.optional(),
    /** Attributes that a document has all of: `searchAttributeName1`, `searchAttributeValue1` and so on. */
    searchAttributes: rows({
      /** Name of the attribute. */
      searchAttributeName: text,
      /** The value that it must have. */
      searchAttributeValue: text,
    }).optional(),
    ...attributeFilter(),
    /** Only documents made or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...languageInput(),
    /** What to sort by; `documentID` when left out. */
    orderBy: anyCaseOf(['documentID', 'dateAndNumber']).optional(),
    /** `desc` when left out (inferred). */
    orderByDir: anyCaseOf(orderDirections).optional(),
    ...pagingInputs(),
  }),
  rules: attributeFilterRules,
  filters: {
    ids: { field: 'id', by: 'oneOf' },
    warehouseIDs: { field: 'warehouseID', by: 'oneOf' },
    types: { field: 'type', by: 'oneOf' },
    deliveryDateFrom: { field: 'deliveryDate', by: 'from' },
    deliveryDateTo: { field: 'deliveryDate', by: 'to' },
  },
  searches: { referenceNumber: { match: 'equals', fields: ['referenceNumber'] } },
  result: { list: salesDocument },
  paging: {
    defaultPageSize: 20,
    maxPageSize: () => 100,
    stableOrder: { orderBy: 'documentID', orderByDir: 'asc' },
    stableKey: 'id',
  },
  errors: [1010, 1030, 1060, 1064],
  loggable: [
    'lang',
    'id',
    'ids',
    'employeeID',
    'warehouseID',
    'warehouseIDs',
    'pointOfSaleID',
    'projectID',
    'productID',
    'productIDs',
    'confirmed',
    'dateFrom',
    'dateTo',
    'deliveryDateFrom',
    'deliveryDateTo',
    'rowDeliveryDateFrom',
    'rowDeliveryDateTo',
    'type',
    'types',
    'nonReturnedItemsOnly',
    'getRowsForAllInvoices',
    'getCustomerInformation',
    'getReturnedPayments',
    'getAddedTimestamp',
    'dueDateFrom',
    'dueDateTo',
    'unpaidItemsOnly',
    'getCOGS',
    'getUnfulfilledDocuments',
    'invoiceState',
    'assignmentID',
    'excludeGiftCards',
    'changedSince',
    'orderBy',
    'orderByDir',
    'recordsOnPage',
    'pageNo',
  ],
  evidence:
    'Fields and wire types from a typed SDK. Left out are fields whose wire type no source says: netTotalsByRate and vatTotalsByRate, an older form of the totals by tax rate, and nonTaxablePrice, productGroupID, productBrandID and jdoc of rows.',
});
