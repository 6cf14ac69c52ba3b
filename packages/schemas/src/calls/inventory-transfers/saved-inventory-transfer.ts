import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The transfer that was saved. */
export const savedInventoryTransfer = defineRecord(() => ({
  /** ID of the transfer. */
  inventoryTransferID: id,
}));
