import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList, someOf } from '../../wire/lists.ts';
import { anyCaseOf, oneOf, text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { purchaseDocument } from './purchase-document.ts';
import { purchaseDocumentTypes, purchaseStatuses } from './purchase-document-types.ts';
import { purchaseDocuments } from './purchase-documents.ts';

/**
 * Orders to suppliers, their invoices and waybills, and returns. Without their rows, unless one is asked for by `id` or
 * `number`, only one was found, or `getRowsForAllInvoices` is 1.
 */
export const getPurchaseDocuments = defineCall({
  name: 'getPurchaseDocuments',
  docs: 'https://learn-api.erply.com/requests/getpurchasedocuments',
  effect: 'read',
  table: purchaseDocuments,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this document, with its rows. */
    id: integer.optional(),
    /** Only these documents; only newer pages list it. */
    ids: idList.optional(),
    /** Only documents of this supplier. */
    supplierID: integer.optional(),
    /** Only documents of these suppliers. */
    supplierIDs: idList.optional(),
    /** Only documents of this type. */
    type: oneOf(purchaseDocumentTypes).optional(),
    /**
     * Only documents that are so far; newer pages take several. An order is PENDING, PARTIALLY_RECEIVED or RECEIVED, any
     * other document PENDING until it is confirmed and READY then (inferred).
     */
    status: someOf(purchaseStatuses).optional(),
    /** Only documents that the shop gave this state. */
    stateID: integer.optional(),
    /** Only documents of that day or later. */
    dateFrom: isoDate.optional(),
    /** Only documents of that day or earlier. */
    dateTo: isoDate.optional(),
    /** Only confirmed documents, or only others. */
    confirmed: flag.optional(),
    /** Only documents that are paid, or only others. */
    paid: flag.optional(),
    /** Only documents to which the supplier gave exactly this number, with their rows. */
    number: text.optional(),
    /** Only documents of exactly this reference number. */
    referenceNumber: text.optional(),
    /** Only documents of this location; one that the user has no access to is refused with 1064. */
    warehouseID: integer.optional(),
    /** Only documents to which the account gave exactly this number. */
    regnumber: text.optional(),
    /** Only documents that this employee made. */
    employeeID: integer.optional(),
    /** Only returns for this reason; only newer pages list it. */
    reasonID: integer.optional(),
    /** Only documents whose goods are sent that day or later. */
    shipDateFrom: isoDate.optional(),
    /** Only documents whose goods are sent that day or earlier. */
    shipDateTo: isoDate.optional(),
    /** Only newer pages list it, and the copies that were read do not say what it means. */
    emailEnabled: flag.optional(),
    /** Only newer pages list it, and the copies that were read do not say what it means. */
    eInvoiceEnabled: flag.optional(),
    /** 1 for rows of all documents. */
    getRowsForAllInvoices: flag.optional(),
    /** 1 adds `cost`, and `unitCost` and `costTotal` to rows; not to those of an order. */
    getCost: flag.optional(),
    ...attributeFilter(),
    /** Only documents made or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    /** What to sort by; the word is inferred, others are not known. */
    orderBy: anyCaseOf(['id']).optional(),
    /** `desc` when left out (inferred). */
    orderByDir: anyCaseOf(orderDirections).optional(),
    ...pagingInputs(),
  }),
  rules: attributeFilterRules,
  filters: {
    ids: { field: 'id', by: 'oneOf' },
    supplierIDs: { field: 'supplierID', by: 'oneOf' },
    status: { field: 'status', by: 'oneOf' },
    dateFrom: { field: 'date', by: 'from' },
    dateTo: { field: 'date', by: 'to' },
    shipDateFrom: { field: 'shipDate', by: 'from' },
    shipDateTo: { field: 'shipDate', by: 'to' },
  },
  order: { fields: { id: 'id' }, orderBy: 'id', orderByDir: 'desc' },
  result: { list: purchaseDocument },
  paging: {
    defaultPageSize: 20,
    maxPageSize: () => 100,
    stableOrder: { orderBy: 'id', orderByDir: 'asc' },
    stableKey: 'id',
  },
  errors: [1016, 1030, 1060, 1064],
  unserved: { inputs: ['emailEnabled', 'eInvoiceEnabled'] },
  loggable: [
    'id',
    'ids',
    'supplierID',
    'supplierIDs',
    'type',
    'status',
    'stateID',
    'dateFrom',
    'dateTo',
    'confirmed',
    'paid',
    'warehouseID',
    'employeeID',
    'reasonID',
    'shipDateFrom',
    'shipDateTo',
    'getRowsForAllInvoices',
    'getCost',
    'changedSince',
    'orderBy',
    'orderByDir',
    'recordsOnPage',
    'pageNo',
  ],
  evidence: 'Wire types from a typed SDK; numbers that it takes in quotes too are numbers here.',
});
