import { defineRecord } from '../../define-record.ts';
import { flagString } from '../../wire/flag.ts';
import { idString, unixSecondsString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** How a document is expected to be paid, as it is printed. Payments have types of their own, with other IDs. */
export const invoicePaymentType = defineRecord(() => ({
  /** ID of the type; `invoicePaymentTypeID` in saveInvoicePaymentType. */
  id: idString,
  /** Code of ten characters at most. */
  type: text,
  /** What people read. */
  name: text,
  /** 1 when it is paid at once. */
  paidImmediately: flagString,
  /** When it was made; inside quotes. */
  added: unixSecondsString,
  /** 0 until the first edit; inside quotes. */
  lastModified: unixSecondsString,
}));
