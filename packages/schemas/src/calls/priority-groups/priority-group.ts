import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A priority group: one more way to sort products into classes. */
export const priorityGroup = defineRecord(() => ({
  /** ID of the priority group; products have it inside quotes. */
  priorityGroupID: id,
  /** What people read; a save calls it `name`. */
  priorityGroupName: text,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
