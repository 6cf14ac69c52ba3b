import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { idList } from '../../wire/lists.ts';
import { customerBalance } from './customer-balance.ts';
import { customers } from './customers.ts';

/** Balance and credit of some customers; of those that do not exist nothing. */
export const getCustomerBalance = defineCall({
  name: 'getCustomerBalance',
  docs: 'https://learn-api.erply.com/requests/getcustomerbalance',
  effect: 'read',
  table: customers,
  right: 'view',
  session: 'required',
  input: () => ({
    /** The customers; required (inferred). */
    customerIDs: idList,
    /** 1 leaves out of the balance what was paid in advance. */
    getBalanceWithoutPrepayments: flag.optional(),
  }),
  result: { list: customerBalance },
  example: { customerIDs: [1003, 1006] },
  errors: [1010, 1060, 1148],
  loggable: ['customerIDs', 'getBalanceWithoutPrepayments'],
  evidence: 'A typed SDK and its tests; no page of it was found.',
});
