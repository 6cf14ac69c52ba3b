import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The group that was saved. */
export const savedSupplierGroup = defineRecord(() => ({
  /** ID of the group. */
  supplierGroupID: id,
}));
