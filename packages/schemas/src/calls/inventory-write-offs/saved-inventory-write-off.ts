import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The write-off that was saved. */
export const savedInventoryWriteOff = defineRecord(() => ({
  /** ID of the write-off. */
  inventoryWriteOffID: id,
}));
