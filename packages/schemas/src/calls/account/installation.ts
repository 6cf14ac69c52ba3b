import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';
import { filledText, text } from '../../wire/text.ts';

/** An account that was signed up. Holds a password: keep it out of logs. */
export const installation = defineRecord(() => ({
  /** Names the account in every other call. A number, though documented as a text. */
  clientCode: id,
  /** The back office, for a browser. Not an address for calls. */
  clientUrl: text,
  /** The name of the account's first user. */
  username: filledText,
  /** The password of the account's first user. */
  password: filledText,
}));
