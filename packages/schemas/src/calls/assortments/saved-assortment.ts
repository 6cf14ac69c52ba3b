import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The assortment that was saved. */
export const savedAssortment = defineRecord(() => ({
  /** ID of the assortment. */
  assortmentID: id,
}));
