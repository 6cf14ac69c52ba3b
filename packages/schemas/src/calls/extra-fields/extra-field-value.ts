import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** One of the values that an extra field of the product card can have. */
export const extraFieldValue = defineRecord(() => ({
  /** ID of the value. */
  valueID: id,
  /** 50 characters at most. */
  code: text,
  /** What people read, in the account's language or that of `lang`. */
  name: text,
  /** 0 when it is archived. */
  isActive: flag,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
