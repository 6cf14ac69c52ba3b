import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The file that was saved. */
export const savedProductFile = defineRecord(() => ({
  /** ID of the file. */
  productFileID: id,
}));
