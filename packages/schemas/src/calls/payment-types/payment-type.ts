import { defineRecord } from '../../define-record.ts';
import { idString, unixSecondsString } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';

/** A way to pay. Not the payment types that invoices print. */
export const paymentType = defineRecord(() => ({
  /** ID of the payment type; `paymentTypeID` in savePaymentType. Inside quotes, though documented as a number. */
  id: idString,
  /** Code of ten characters at most. These have a meaning of their own. */
  type: word(['CASH', 'CARD', 'CREDIT', 'GIFTCARD', 'CHECK', 'TRANSFER', 'TIP']),
  /** What people read. */
  name: text,
  /** What receipts call it. */
  print_name: text,
  /** Account in QuickBooks. */
  quickBooksDebitAccount: text,
  /** When it was made; inside quotes. */
  added: unixSecondsString,
  /** 0 until the first edit; inside quotes. */
  lastModified: unixSecondsString,
}));
