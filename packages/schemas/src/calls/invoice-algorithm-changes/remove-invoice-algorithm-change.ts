import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { invoiceAlgorithmChanges } from './invoice-algorithm-changes.ts';
import { removedInvoiceAlgorithmChanges } from './removed-invoice-algorithm-changes.ts';

/**
 * Takes back a planned change of the way in which sales documents are computed.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const removeInvoiceAlgorithmChange = defineCall({
  name: 'removeInvoiceAlgorithmChange',
  docs: 'https://learn-api.erply.com/requests/removeinvoicealgorithmchange',
  effect: 'delete',
  table: invoiceAlgorithmChanges,
  session: 'required',
  input: () => ({
    /** The day of the change: today or later (1179). */
    date: isoDate,
  }),
  result: { one: removedInvoiceAlgorithmChanges },
  example: { date: '2099-01-01' },
  errors: [1010, 1179],
  loggable: ['date'],
  evidence:
    'Documented; that a day without a change answers 0 and is not refused is inferred, and so is that no right is needed.',
});
