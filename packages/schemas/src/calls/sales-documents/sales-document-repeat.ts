import { currentInvoiceID } from '../../current-invoice-id.ts';
import type { SafeRepeat } from '../../define-call.ts';
import { getSalesDocuments } from './get-sales-documents.ts';

/**
 * How a sales document is found again. Its number is not compared, for a number that is taken is replaced, and may be
 * the one of another document then.
 */
export const salesDocumentRepeat: SafeRepeat = {
  key: 'temporaryUUID',
  find: {
    call: getSalesDocuments,
    since: 'changedSince',
    input: { getRowsForAllInvoices: 1, getAddedTimestamp: 1 },
    asks: { type: 'type', warehouseID: 'warehouseID', pointOfSaleID: 'pointOfSaleID' },
    shows: {
      type: 'type',
      warehouseID: 'warehouseID',
      pointOfSaleID: 'pointOfSaleID',
      customerID: 'clientID',
      employeeID: 'employeeID',
      projectID: 'projectID',
      currencyCode: 'currencyCode',
      date: 'date',
      confirmInvoice: 'confirmed',
      customNumber: 'customNumber',
      customReferenceNumber: 'customReferenceNumber',
      notes: 'notes',
      internalNotes: 'internalNotes',
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
  answer: { invoiceID: 'id', invoiceNo: 'number', net: 'netTotal', vat: 'vatTotal' },
  placeholder: String(currentInvoiceID),
};
