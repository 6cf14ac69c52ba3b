import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** Points that a customer earned, and what is left of them. */
export const earnedRewardPointRecord = defineRecord(() => ({
  /** ID of the record. */
  transactionID: id,
  /** Who earned them. */
  customerID: integer,
  /** Number of the customer's loyalty card. */
  customerCardNumber: text,
  /** The sale that earned them; 0 for none. */
  invoiceID: integer,
  /** Number of the sale. */
  invoiceNo: text,
  /** Points that were earned. */
  earnedPoints: decimal,
  /** What was not spent of them; also of points that have expired. */
  remainingPoints: decimal,
  /** When they were earned. */
  createdUnixTime: unixSeconds,
  /** From when on they cannot be spent; 0 for never. */
  expiryUnixTime: unixSeconds,
  /** The register. */
  pointOfSaleID: integer,
  /** Name of the register. */
  pointOfSaleName: text,
  /** Who gave them. */
  employeeID: integer,
  /** Name of that employee. */
  employeeName: text,
  /** Written freely. Reward point extras module only. */
  description: text.optional(),
}));
