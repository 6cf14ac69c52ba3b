import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The unit that was saved. */
export const savedProductUnit = defineRecord(() => ({
  /** ID of the unit; the read call says `unitID`, inside quotes. */
  productUnitID: id,
}));
