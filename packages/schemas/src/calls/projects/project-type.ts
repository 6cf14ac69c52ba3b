import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A type of projects. */
export const projectType = defineRecord(() => ({
  /** ID of the type. */
  projectTypeID: id,
  /** What people read. */
  name: text,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
