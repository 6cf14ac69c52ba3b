import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The value that was saved. */
export const savedDimensionItem = defineRecord(() => ({
  /** ID of the value; getMatrixDimensions calls it `variationID`. */
  itemID: id,
}));
