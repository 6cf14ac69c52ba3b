import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A shelf or bin; a product card can name one. */
export const locationInWarehouse = defineRecord(() => ({
  /** ID of the location in the warehouse. */
  locationInWarehouseID: id,
  /** What people read. Saved as `name`. */
  locationInWarehouseName: text,
}));
