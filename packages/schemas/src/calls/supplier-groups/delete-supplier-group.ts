import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { supplierGroups } from './supplier-groups.ts';

/**
 * Deletes a group that no supplier is in (1022 otherwise). The operations log has an entry for it.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteSupplierGroup = defineCall({
  name: 'deleteSupplierGroup',
  docs: 'https://learn-api.erply.com/requests/deletesuppliergroup',
  effect: 'delete',
  table: supplierGroups,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The group to delete. */
    supplierGroupID: integer,
  }),
  inUse: 1022,
  result: { none: true },
  example: { supplierGroupID: 4 },
  errors: [1010, 1011, 1022, 1063],
  loggable: ['supplierGroupID'],
  evidence: 'From documentation of about 2019; what 1022 stands for is inferred.',
});
