import { defineCall } from '../../define-call.ts';
import { invoicePaymentType } from './invoice-payment-type.ts';
import { invoicePaymentTypes } from './invoice-payment-types.ts';

/** How documents are expected to be paid: all of them in one answer. Payments have types of their own, getPaymentTypes. */
export const getInvoicePaymentTypes = defineCall({
  name: 'getInvoicePaymentTypes',
  docs: 'https://learn-api.erply.com/requests/getinvoicepaymenttypes',
  effect: 'read',
  table: invoicePaymentTypes,
  right: 'view',
  session: 'required',
  input: () => ({}),
  result: { list: invoicePaymentType },
  errors: [],
  loggable: [],
  evidence:
    'Documented; that all values are inside quotes is inferred from a captured answer of getPaymentTypes.',
});
