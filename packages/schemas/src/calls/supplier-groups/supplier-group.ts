import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { languageNames } from '../language-names.ts';

/** A group of suppliers. */
export const supplierGroup = defineRecord(() => ({
  /** ID of the group. */
  supplierGroupID: id,
  /** In the account's language. */
  name: text,
  ...languageNames(),
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
