import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The package that was saved. */
export const savedProductPackage = defineRecord(() => ({
  /** ID of the package. */
  packageID: id,
}));
