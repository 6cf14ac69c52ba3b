import { defineRecord } from '../../define-record.ts';
import { idString, unixSecondsString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A way in which goods reach their buyer. */
export const deliveryType = defineRecord(() => ({
  /** ID of the delivery type, inside quotes (inferred). */
  deliveryTypeID: idString,
  /** Its code. */
  code: text,
  /** In the account's language. */
  name: text,
  /** When it was made, inside quotes (inferred). */
  added: unixSecondsString,
  /** "0" until the first edit. */
  lastModified: unixSecondsString,
}));
