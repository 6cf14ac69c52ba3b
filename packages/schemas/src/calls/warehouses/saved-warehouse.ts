import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The location that was saved. */
export const savedWarehouse = defineRecord(() => ({
  /** ID of the location; inside quotes in the read call. */
  warehouseID: id,
}));
