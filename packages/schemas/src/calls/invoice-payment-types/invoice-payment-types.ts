import { defineTable } from '../../define-table.ts';
import { invoicePaymentType } from './invoice-payment-type.ts';

/** How documents are expected to be paid. Deletions are not logged. */
export const invoicePaymentTypes = defineTable({
  name: 'invoicePaymentTypes',
  key: 'id',
  record: invoicePaymentType,
  logged: false,
  timestamps: true,
});
