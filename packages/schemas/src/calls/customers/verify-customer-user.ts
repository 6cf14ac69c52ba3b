import { defineCall } from '../../define-call.ts';
import { filledText } from '../../wire/text.ts';
import { customerUser } from './customer-user.ts';
import { customers } from './customers.ts';

/**
 * Says to which customer a name and password of the web shop belong. It opens no session, and wrong passwords lock nobody.
 * What it answers to a wrong one is not documented: 1051, or no record.
 */
export const verifyCustomerUser = defineCall({
  name: 'verifyCustomerUser',
  docs: 'https://learn-api.erply.com/requests/verifycustomeruser',
  effect: 'read',
  table: customers,
  session: 'required',
  input: () => ({
    /** The name in the web shop. */
    username: filledText,
    /** The password in the web shop. */
    password: filledText,
  }),
  result: { one: customerUser },
  example: { username: 'shopper1005', password: 'demoshopper' },
  errors: [1010, 1051],
  loggable: [],
  secret: ['password'],
  evidence: 'Wire types from a typed SDK; the code of a wrong password is inferred.',
});
