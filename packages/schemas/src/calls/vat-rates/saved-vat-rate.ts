import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The tax rate that was saved. */
export const savedVatRate = defineRecord(() => ({
  /** ID of the rate: `id`, inside quotes, in the read call. */
  vatRateID: id,
}));
