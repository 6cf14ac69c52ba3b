import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A brand that products can have. */
export const brand = defineRecord(() => ({
  /** ID of the brand. */
  brandID: id,
  /** What people read. */
  name: text,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
