import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The brand that was saved. */
export const savedBrand = defineRecord(() => ({
  /** ID of the brand. */
  brandID: id,
}));
