import { defineRecord } from '../../define-record.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';

/** The answer to what was written down of cash. */
export const savedCash = defineRecord(() => ({
  /** ID of the record. */
  transactionID: id,
  /** The register. */
  pointOfSaleID: integer,
  /** When it happened. */
  addedUnixTime: unixSeconds,
}));
