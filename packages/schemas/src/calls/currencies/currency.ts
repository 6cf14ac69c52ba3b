import { defineRecord } from '../../define-record.ts';
import { filledDecimalString } from '../../wire/decimal.ts';
import { flagString } from '../../wire/flag.ts';
import { idString, unixSecondsString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A currency of the account. Every value is inside quotes. */
export const currency = defineRecord(() => ({
  /** ID of the currency. */
  currencyID: idString,
  /** Three letters. */
  code: text,
  /** What people read. */
  name: text,
  /** A shorter name. */
  nameShort: text,
  /** Name of its hundredth part. */
  nameFraction: text,
  /** What stands before an amount. */
  prefix: text,
  /** What stands after an amount. */
  suffix: text,
  /** Against the default currency. */
  rate: filledDecimalString,
  /** 1 for the account's own currency. */
  default: flagString,
  /** Inside quotes, unlike in most records. */
  added: unixSecondsString,
  /** Inside quotes; 0 until the first edit. */
  lastModified: unixSecondsString,
}));
