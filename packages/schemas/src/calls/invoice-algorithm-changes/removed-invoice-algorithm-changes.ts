import { defineRecord } from '../../define-record.ts';
import { integer } from '../../wire/integer.ts';

/** The answer of removeInvoiceAlgorithmChange. */
export const removedInvoiceAlgorithmChanges = defineRecord(() => ({
  /** How many changes were removed. */
  recordsDeleted: integer,
}));
