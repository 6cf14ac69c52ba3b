import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { customers } from './customers.ts';

/**
 * Deletes a customer whom no other record refers to (1022 otherwise). The customer's addresses go too, without an entry of their
 * own in the operations log; the customer has one there, and a person in an account of the European Union one in the processing
 * log.
 * @deprecated Erply recommends instead: CRM API DELETE /v1/customers/individuals/{ids} or /v1/customers/businesses/{ids}.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteCustomer = defineCall({
  name: 'deleteCustomer',
  docs: 'https://learn-api.erply.com/requests/deletecustomer',
  effect: 'delete',
  table: customers,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The customer to delete. */
    customerID: integer,
  }),
  inUse: 1022,
  result: { none: true },
  example: { customerID: 1121 },
  errors: [1010, 1011, 1022, 1063],
  loggable: ['customerID'],
  deprecated: 'CRM API DELETE /v1/customers/individuals/{ids} or /v1/customers/businesses/{ids}',
  evidence: 'Documented; what 1022 stands for, and what becomes of addresses, is inferred.',
});
