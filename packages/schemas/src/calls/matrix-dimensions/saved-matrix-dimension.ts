import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The dimension that was saved. */
export const savedMatrixDimension = defineRecord(() => ({
  /** ID of the dimension. */
  dimensionID: id,
}));
