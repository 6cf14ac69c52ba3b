import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { inventoryWriteOffs } from './inventory-write-offs.ts';

/**
 * Deletes a write-off. What it took is in stock again (inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteInventoryWriteOff = defineCall({
  name: 'deleteInventoryWriteOff',
  docs: 'https://learn-api.erply.com/requests/getinventorywriteoffs',
  effect: 'delete',
  table: inventoryWriteOffs,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The write-off. */
    inventoryWriteOffID: integer,
  }),
  result: { none: true },
  example: { inventoryWriteOffID: 1 },
  errors: [1010, 1011, 1022, 1063],
  loggable: ['inventoryWriteOffID'],
  evidence:
    'The page of getInventoryWriteOffs names the call; its input and codes are inferred from deleteInventoryRegistration.',
});
