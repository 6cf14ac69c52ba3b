import { defineRecord } from '../../define-record.ts';
import { idString, unixSecondsString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** How far an event is. */
export const eventStatus = defineRecord(() => ({
  /** ID of the status, inside quotes as in getAddressTypes (inferred). */
  id: idString,
  /** In the account's language. */
  name: text,
  /** What the calendar shows such events in, as #rrggbb; older answers call it `colour`. */
  color: text,
  /** When it was made, inside quotes. */
  added: unixSecondsString,
  /** "0" until the first edit. */
  lastModified: unixSecondsString,
}));
