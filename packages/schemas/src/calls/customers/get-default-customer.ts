import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { customers } from './customers.ts';
import { defaultCustomer } from './default-customer.ts';

/**
 * The customer that stands for sales without one: that of the setting `default_client_idDat`, else the first one with
 * `isPOSDefaultCustomer`. No record where there is none.
 */
export const getDefaultCustomer = defineCall({
  name: 'getDefaultCustomer',
  docs: 'https://learn-api.erply.com/requests/getdefaultcustomer',
  effect: 'read',
  table: customers,
  session: 'required',
  input: () => ({
    /** The register: its `defaultCustomerID`, where it has one that exists, comes before that of the account. */
    pointOfSaleID: integer.optional(),
  }),
  result: { list: defaultCustomer },
  errors: [1011],
  loggable: ['pointOfSaleID'],
  evidence:
    'Shape of a captured answer. That `isPOSDefaultCustomer` counts without the setting is inferred, as is 1011 for an unknown register.',
});
