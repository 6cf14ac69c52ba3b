import { defineRecord } from '../../define-record.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';

/** A day that is open. The answer is known to have more fields, not which. */
export const openDay = defineRecord(() => ({
  /** The register. */
  pointOfSaleID: integer,
  /** When it was opened. */
  openedUnixTime: unixSeconds,
}));
