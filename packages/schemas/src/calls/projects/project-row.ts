import { defineRecord } from '../../define-record.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { project } from './project.ts';

/** A project as it is kept: answers do not show the last field. */
export const projectRow = defineRecord(() => ({
  ...project().shape,
  /** When it was made: a project that was never edited counts by it where `changedSince` asks. */
  added: unixSeconds,
}));
