import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The category that was saved. */
export const savedProductCategory = defineRecord(() => ({
  /** ID of the category. */
  productCategoryID: id,
}));
