import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { customerGroups } from './customer-groups.ts';

/**
 * Deletes a group that no customer is in and that has no groups below it (1022 otherwise). The operations log has an
 * entry for it.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteCustomerGroup = defineCall({
  name: 'deleteCustomerGroup',
  docs: 'https://learn-api.erply.com/requests/deletecustomergroup',
  effect: 'delete',
  table: customerGroups,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The group to delete. */
    customerGroupID: integer,
  }),
  inUse: 1022,
  result: { none: true },
  example: { customerGroupID: 7 },
  errors: [1010, 1011, 1022, 1063],
  loggable: ['customerGroupID'],
  evidence: 'From documentation of about 2019; 1022 and what it stands for are inferred.',
});
