import { defineRecord } from '../../define-record.ts';
import { unixSecondsString } from '../../wire/integer.ts';

/** From when to when a session is good. Documented as numbers, read inside quotes by the official Go SDK. */
export const sessionKeyInfo = defineRecord(() => ({
  /** When the user logged in. */
  creationUnixTime: unixSecondsString,
  /** When the key stops working; using it does not move this. */
  expireUnixTime: unixSecondsString,
}));
