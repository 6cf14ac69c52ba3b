import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { payments } from './payments.ts';

/**
 * Deletes a payment. What is paid of its document falls back, and the balance of the customer rises (inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deletePayment = defineCall({
  name: 'deletePayment',
  docs: 'https://learn-api.erply.com/requests/deletepayment',
  effect: 'delete',
  table: payments,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The payment. */
    paymentID: integer,
  }),
  result: { none: true },
  example: { paymentID: 1 },
  errors: [1010, 1011, 1063],
  loggable: ['paymentID'],
  evidence: 'Documented; what follows is inferred.',
});
