import { defineRecord } from '../../define-record.ts';
import { trueOrFalse } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';

/** The answer to the closing of a day. */
export const closedDay = defineRecord(() => ({
  /** ID of the day. */
  dayID: id,
  /** The register. */
  pointOfSaleID: integer,
  /** When it was opened. */
  openedUnixTime: unixSeconds,
  /** When it was closed. */
  closedUnixTime: unixSeconds,
  /** Only when no such day was open: one with a sum of 0 was made. */
  warningDayNotOpen: trueOrFalse.optional(),
  /** Only when the day was closed before: its sums were updated. */
  warningDayAlreadyClosed: trueOrFalse.optional(),
}));
