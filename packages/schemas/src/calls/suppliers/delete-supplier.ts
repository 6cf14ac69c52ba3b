import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { suppliers } from './suppliers.ts';

/**
 * Deletes a supplier that no product or contact person refers to (1022 otherwise). The operations log has an entry for it.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteSupplier = defineCall({
  name: 'deleteSupplier',
  docs: 'https://learn-api.erply.com/requests/deletesupplier',
  effect: 'delete',
  table: suppliers,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The supplier to delete. */
    supplierID: integer,
  }),
  inUse: 1022,
  result: { none: true },
  example: { supplierID: 1121 },
  errors: [1010, 1011, 1022, 1063],
  loggable: ['supplierID'],
  evidence: 'Documented; what 1022 stands for is inferred.',
});
