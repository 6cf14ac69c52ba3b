import { defineRecord } from '../../define-record.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A coupon that was used. */
export const redeemedCoupon = defineRecord(() => ({
  /** ID of the issued coupon. */
  issuedCouponID: id,
  /** The rule. */
  couponID: integer,
  /** Code of the rule. */
  couponCode: text,
  /** What is printed on it as a bar code. */
  uniqueIdentifier: text,
  /** When it was used. */
  timestamp: unixSeconds,
  /** The sale. */
  invoiceID: integer,
  /** Number of the sale. */
  invoiceNo: text,
  /** Who used it. */
  customerID: integer,
  /** Where it was used. */
  warehouseID: integer,
  /** Code of that location. */
  warehouseCode: text,
  /** The register that took it. */
  pointOfSaleID: integer,
  /** Who took it. */
  employeeID: integer,
  /** When the coupon was made. */
  added: unixSeconds,
  /** When the coupon was edited last. */
  lastModified: unixSeconds,
}));
