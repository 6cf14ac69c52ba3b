import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { inventoryRegistrations } from './inventory-registrations.ts';

/**
 * Deletes a registration. What it brought is out of stock again (inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteInventoryRegistration = defineCall({
  name: 'deleteInventoryRegistration',
  docs: 'https://learn-api.erply.com/requests/deleteinventoryregistration',
  effect: 'delete',
  table: inventoryRegistrations,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The registration. */
    inventoryRegistrationID: integer,
  }),
  result: { none: true },
  example: { inventoryRegistrationID: 1 },
  errors: [1010, 1011, 1022, 1063],
  loggable: ['inventoryRegistrationID'],
  evidence: 'Documented.',
});
