import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The priority group that was saved. */
export const savedPriorityGroup = defineRecord(() => ({
  /** ID of the priority group. */
  priorityGroupID: id,
}));
