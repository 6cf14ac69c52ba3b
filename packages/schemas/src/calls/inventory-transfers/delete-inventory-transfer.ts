import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { inventoryTransfers } from './inventory-transfers.ts';

/**
 * Deletes a transfer. What it moved is back where it was (inferred). An order that a transfer refers to stays (1022).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteInventoryTransfer = defineCall({
  name: 'deleteInventoryTransfer',
  docs: 'https://learn-api.erply.com/requests/getinventorytransfers',
  effect: 'delete',
  table: inventoryTransfers,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The transfer. */
    inventoryTransferID: integer,
  }),
  inUse: 1022,
  result: { none: true },
  example: { inventoryTransferID: 1 },
  errors: [1010, 1011, 1022, 1063],
  loggable: ['inventoryTransferID'],
  evidence:
    'The page of getInventoryTransfers names the call; its input and codes are inferred from deleteInventoryRegistration.',
});
