import { defineRecord } from '../../define-record.ts';
import { text } from '../../wire/text.ts';

/** What the fake keeps of a payment that no answer shows. */
export const hiddenPaymentFields = defineRecord(() => ({
  /** What tells it apart from other payments; only where date and time were sent. */
  identity: text,
}));
