import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The place that was saved. */
export const savedLocationInWarehouse = defineRecord(() => ({
  /** ID of the place. */
  locationInWarehouseID: id,
}));
