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
    /** The register, which may have another one than the account. */
    pointOfSaleID: integer.optional(),
  }),
  result: { list: defaultCustomer },
  errors: [],
  loggable: ['pointOfSaleID'],
  unserved: { inputs: ['pointOfSaleID'] },
  evidence: 'Shape of a captured answer. That `isPOSDefaultCustomer` counts without the setting is inferred.',
});
