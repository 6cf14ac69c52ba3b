import { defineCall } from '../../define-call.ts';
import { filledText } from '../../wire/text.ts';
import { customers } from './customers.ts';

/** Says whether a name in the web shop is free: 1012 when a customer has it. */
export const validateCustomerUsername = defineCall({
  name: 'validateCustomerUsername',
  docs: 'https://learn-api.erply.com/requests/validatecustomerusername',
  effect: 'read',
  table: customers,
  session: 'required',
  input: () => ({
    /** The name that a customer would have. */
    username: filledText,
  }),
  result: { none: true },
  example: { username: 'free-name' },
  errors: [1010, 1012],
  loggable: [],
  evidence: 'Documented.',
});
