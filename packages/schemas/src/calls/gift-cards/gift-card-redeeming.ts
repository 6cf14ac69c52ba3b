import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** One use of a gift card. */
export const giftCardRedeeming = defineRecord(() => ({
  /** The card. */
  giftCardID: integer,
  /** What was paid with it. */
  redeemed: decimal,
  /** What was left then. */
  remainingBalance: decimal,
  /** The sale. */
  invoiceID: integer,
  /** Number of the sale. */
  invoiceNo: text,
  /** The payment: the last one by gift card that the sale had when the use was written down (inferred); 0 for none. */
  paymentID: integer,
  /** Who used it. */
  customerID: integer,
  /** Where it was used. */
  warehouseID: integer,
  /** Code of that location. */
  warehouseCode: text,
  /** The register. */
  pointOfSaleID: integer,
  /** Who took it. */
  employeeID: integer,
  /** When, as yyyy-mm-dd hh:mm:ss. */
  dateTime: text,
}));
