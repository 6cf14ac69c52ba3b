import { defineCall } from '../../define-call.ts';
import { invoiceAlgorithmChange } from './invoice-algorithm-change.ts';
import { invoiceAlgorithmChanges } from './invoice-algorithm-changes.ts';

/** Days from which on sales documents are computed by another version of the algorithm, all in one answer. */
export const getInvoiceAlgorithmChanges = defineCall({
  name: 'getInvoiceAlgorithmChanges',
  docs: 'https://learn-api.erply.com/requests/getinvoicealgorithmchanges',
  effect: 'read',
  table: invoiceAlgorithmChanges,
  session: 'required',
  input: () => ({}),
  result: { list: invoiceAlgorithmChange },
  errors: [],
  loggable: [],
  evidence: 'Documented; that the change which was added first comes first is inferred.',
});
