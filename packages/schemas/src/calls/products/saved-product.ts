import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** What was saved. */
export const savedProduct = defineRecord(() => ({
  /** ID of the product, new or edited. */
  productID: id,
}));
