import { defineTable } from '../../define-table.ts';
import { payment } from './payment.ts';

/** Payments of sales documents, and deposits. */
export const payments = defineTable({
  name: 'payments',
  key: 'paymentID',
  record: payment,
  references: { documentID: 'salesDocuments', customerID: 'customers', typeID: 'paymentTypes' },
  saveNames: { addedToStoreCredit: 'storeCredit' },
  logged: true,
  timestamps: true,
});
