import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { id } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A purchase document that another one is based on, or that follows it. */
export const purchaseDocumentReference = defineRecord(() => ({
  /** ID of the document. */
  id,
  /** The number that the supplier gave it. */
  number: text,
  /** The number that the account gave it. */
  regnumber: text,
  /** What it is. */
  type: text,
  /** Its day. */
  date: isoDate,
}));
