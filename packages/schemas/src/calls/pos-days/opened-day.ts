import { defineRecord } from '../../define-record.ts';
import { trueOrFalse } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';

/** The answer to the opening of a day. */
export const openedDay = defineRecord(() => ({
  /** The register. */
  pointOfSaleID: integer,
  /** When it was opened; 0 when that was asked for and it is not open (inferred). */
  openedUnixTime: unixSeconds,
  /** ID of the day; 0 likewise. */
  dayID: integer,
  /** Only when that register and time was there already. */
  warningDayAlreadyOpen: trueOrFalse.optional(),
}));
