import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A type that files of products can have. */
export const productFileType = defineRecord(() => ({
  /** ID of the type. */
  typeID: id,
  /** What people read. */
  name: text,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit; its type is inferred. */
  lastModified: unixSeconds,
}));
