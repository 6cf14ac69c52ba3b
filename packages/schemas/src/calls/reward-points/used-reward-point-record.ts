import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** Points that a customer spent. */
export const usedRewardPointRecord = defineRecord(() => ({
  /** ID of the record. */
  transactionID: id,
  /** Who spent them. */
  customerID: integer,
  /** Number of the customer's loyalty card. */
  customerCardNumber: text,
  /** The sale that they were spent in; 0 for none. */
  invoiceID: integer,
  /** Number of the sale. */
  invoiceNo: text,
  /** The promotion that they were spent on. */
  campaignID: integer,
  /** The location. */
  warehouseID: integer,
  /** The register. */
  pointOfSaleID: integer,
  /** Name of the register. */
  pointOfSaleName: text,
  /** The employee. */
  employeeID: integer,
  /** Name of the employee. */
  employeeName: text,
  /** Points that were spent. */
  usedPoints: decimal,
  /** When they were spent. */
  createdUnixTime: unixSeconds,
  /** The issued coupon that they were spent on. Reward point extras module only. */
  issuedCouponID: integer.optional(),
  /** Written freely. Reward point extras module only. */
  description: text.optional(),
}));
