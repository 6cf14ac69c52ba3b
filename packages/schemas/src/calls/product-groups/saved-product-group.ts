import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The group that was saved. */
export const savedProductGroup = defineRecord(() => ({
  /** ID of the group. */
  productGroupID: id,
}));
