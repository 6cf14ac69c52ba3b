import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { integer } from '../../wire/integer.ts';
import { addedInvoiceAlgorithmChange } from './added-invoice-algorithm-change.ts';
import { invoiceAlgorithmChanges } from './invoice-algorithm-changes.ts';

/**
 * Plans a change of the way in which sales documents are computed. A day that has a change already gets the new version
 * (inferred).
 */
export const addInvoiceAlgorithmChange = defineCall({
  name: 'addInvoiceAlgorithmChange',
  docs: 'https://learn-api.erply.com/requests/addinvoicealgorithmchange',
  effect: 'write',
  table: invoiceAlgorithmChanges,
  session: 'required',
  input: () => ({
    /** The first day of the new version, after today (1179). */
    date: isoDate,
    /** 2, 3, 4 or 5 (1180). Which ones an account may use depends on its back office; the fake's may use all. */
    version: integer,
  }),
  result: { one: addedInvoiceAlgorithmChange },
  example: { date: '2099-01-01', version: 3 },
  errors: [1010, 1179, 1180],
  loggable: ['date', 'version'],
  evidence:
    'Documented for the versions 2, 3 and 4; that version 5, which a newer page describes, is asked for in the same way is inferred, and so is that no right is needed.',
});
