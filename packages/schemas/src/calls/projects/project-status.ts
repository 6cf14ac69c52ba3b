import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** How far a project is. */
export const projectStatus = defineRecord(() => ({
  /** ID of the status. */
  projectStatusID: id,
  /** What people read. */
  name: text,
  /** 1 for projects that are done. */
  finished: flag,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
