import { defineRecord } from '../../define-record.ts';
import { flagString } from '../../wire/flag.ts';
import { idString, unixSecondsString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A type of events. */
export const eventType = defineRecord(() => ({
  /** ID of the type, inside quotes as in getAddressTypes (inferred). */
  id: idString,
  /** In the account's language. */
  name: text,
  /** "1" for events that the calendar shows. */
  displayedInCalendar: flagString,
  /** When it was made, inside quotes. */
  added: unixSecondsString,
  /** "0" until the first edit. */
  lastModified: unixSecondsString,
}));
