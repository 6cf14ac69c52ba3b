import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { integer } from '../../wire/integer.ts';

/** A day from which on sales documents are computed by another version of the algorithm. */
export const invoiceAlgorithmChange = defineRecord(() => ({
  /** The first day. */
  date: isoDate,
  /** The version, 2 to 5. */
  version: integer,
}));
