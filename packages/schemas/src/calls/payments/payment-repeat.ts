import type { SafeRepeat } from '../../define-call.ts';
import { getPayments } from './get-payments.ts';

/** How a payment is found again. */
export const paymentRepeat: SafeRepeat = {
  key: 'temporaryUUID',
  find: {
    call: getPayments,
    since: 'changedSince',
    input: {},
    asks: { documentID: 'documentID', customerID: 'customerID' },
    shows: {
      documentID: 'documentID',
      customerID: 'customerID',
      type: 'type',
      typeID: 'typeID',
      date: 'date',
      sum: { field: 'sum', decimals: 2 },
      cashPaid: { field: 'cashPaid', decimals: 2 },
      cashChange: { field: 'cashChange', decimals: 2 },
      currencyCode: 'currencyCode',
      info: 'info',
      bankDocumentNumber: 'bankDocumentNumber',
      bankReferenceNumber: 'bankReferenceNumber',
      archivalNumber: 'archivalNumber',
    },
    day: 'date',
    made: 'added',
  },
  answer: {},
};
