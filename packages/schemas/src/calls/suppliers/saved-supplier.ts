import { defineRecord } from '../../define-record.ts';
import { trueOrFalse } from '../../wire/flag.ts';
import { id } from '../../wire/integer.ts';

/** The supplier that was saved. */
export const savedSupplier = defineRecord(() => ({
  /** ID of the supplier. */
  supplierID: id,
  /** Erply found the supplier by what was sent and made no new one. Pages say 0 or 1, an SDK reads a boolean. */
  alreadyExists: trueOrFalse,
}));
