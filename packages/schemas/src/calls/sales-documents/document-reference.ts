import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { id } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A sales document that another one is based on, or that follows it. */
export const documentReference = defineRecord(() => ({
  /** ID of the document. */
  id,
  /** Its number; "0" while it is not confirmed. */
  number: text,
  /** What it is. */
  type: text,
  /** Its day. */
  date: isoDate,
}));
