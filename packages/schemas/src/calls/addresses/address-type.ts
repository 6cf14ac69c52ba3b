import { defineRecord } from '../../define-record.ts';
import { flagString } from '../../wire/flag.ts';
import { idString, unixSecondsString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** What an address is for. */
export const addressType = defineRecord(() => ({
  /** ID of the type, inside quotes. */
  id: idString,
  /** In the account's language. */
  name: text,
  /** "1" for one that is offered for new addresses; a number in getAddresses. */
  activelyUsed: flagString,
  /** When it was made, inside quotes. */
  added: unixSecondsString,
  /** "0" until the first edit. */
  lastModified: unixSecondsString,
}));
