import { defineCall } from '../../define-call.ts';
import { paymentType } from './payment-type.ts';
import { paymentTypes } from './payment-types.ts';

/** Ways to pay: all of them in one answer. Nothing shows what has changed. */
export const getPaymentTypes = defineCall({
  name: 'getPaymentTypes',
  docs: 'https://learn-api.erply.com/requests/getpaymenttypes',
  effect: 'read',
  table: paymentTypes,
  right: 'view',
  session: 'required',
  input: () => ({}),
  result: { list: paymentType },
  errors: [],
  loggable: [],
  evidence: 'Wire types from a captured answer.',
});
