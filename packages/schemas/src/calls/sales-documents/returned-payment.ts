import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** Money that went back for a document; that it is named by its ID, and no more, is inferred. */
export const returnedPayment = defineRecord(() => ({
  /** The payment, by getPayments. */
  paymentID: id,
}));
