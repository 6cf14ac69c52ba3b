import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { customerBalanceLine } from './customer-balance-line.ts';
import { customers } from './customers.ts';

/**
 * Balances of all customers, in one answer however many there are: invoices less payments, in the account's currency. An
 * account makes one such report at a time: 1021 for another.
 */
export const getCustomerBalances = defineCall({
  name: 'getCustomerBalances',
  docs: 'https://learn-api.erply.com/requests/getcustomerbalances',
  effect: 'read',
  table: customers,
  right: 'view',
  session: 'required',
  module: 'customerBalances',
  input: () => ({
    /** As it was at the end of that day; today when left out. */
    date: isoDate.optional(),
  }),
  result: { list: customerBalanceLine },
  errors: [1006, 1021, 1060],
  loggable: ['date'],
  evidence: 'Documented; the order, and that customers without a balance are in it, is inferred.',
});
