import type { SafeRepeat } from '../../define-call.ts';
import { getPurchaseDocuments } from './get-purchase-documents.ts';

/** How a purchase document is found again. */
export const purchaseDocumentRepeat: SafeRepeat = {
  key: 'temporaryUUID',
  find: {
    call: getPurchaseDocuments,
    since: 'changedSince',
    input: { getRowsForAllInvoices: 1 },
    asks: { type: 'type', warehouseID: 'warehouseID', supplierID: 'supplierID' },
    shows: {
      type: 'type',
      warehouseID: 'warehouseID',
      supplierID: 'supplierID',
      employeeID: 'employeeID',
      projectID: 'projectID',
      currencyCode: 'currencyCode',
      no: 'number',
      date: 'date',
      confirmInvoice: 'confirmed',
      referenceNumber: 'referenceNumber',
      notes: 'notes',
      rounding: { field: 'rounding', decimals: 2 },
      rows: {
        field: 'rows',
        rows: {
          productID: 'productID',
          serviceID: 'serviceID',
          itemName: 'itemName',
          vatrateID: 'vatrateID',
          amount: { field: 'amount', decimals: 3 },
          price: { field: 'price', decimals: 4 },
          discount: { field: 'discount', decimals: 2 },
        },
      },
    },
    day: 'date',
    made: 'added',
  },
  answer: {
    invoiceID: 'id',
    invoiceRegNo: 'regnumber',
    invoiceNo: 'number',
    net: 'netTotal',
    vat: 'vatTotal',
  },
};
