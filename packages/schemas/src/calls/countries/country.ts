import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A country that addresses and suppliers can have. */
export const country = defineRecord(() => ({
  /** ID of the country. */
  countryID: id,
  /** What people read. */
  countryName: text,
  /** Two letters. */
  countryCode: text,
  /** 1 for a member of the European Union. */
  memberOfEuropeanUnion: flag,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
