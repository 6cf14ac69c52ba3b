import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { issuedCouponStatuses } from './issued-coupon-statuses.ts';

/** A coupon that was issued by a rule, and what became of it. */
export const issuedCoupon = defineRecord(() => ({
  /** ID of the issued coupon. */
  issuedCouponID: id,
  /** The rule. */
  couponID: integer,
  /** Code of the rule. */
  couponCode: text,
  /** Name of the promotion that it leads to. */
  campaignName: text,
  /** What is printed as a bar code: digits, up to 18. Whoever has it can use the coupon. */
  uniqueIdentifier: text,
  /** When it was issued. */
  issuedTimestamp: unixSeconds,
  /** When it was used; 0 when it was not. */
  redeemedTimestamp: unixSeconds,
  /** The last day; empty when it does not expire. */
  expiryDate: isoDate,
  /** The sale it was issued with. */
  issuedInvoiceID: integer,
  /** Number of that sale. */
  issuedInvoiceNo: text,
  /** Who got it. */
  issuedCustomerID: integer,
  /** Number of that customer's loyalty card. */
  issuedCustomerCardNumber: text,
  /** Where it was issued. */
  issuedWarehouseID: integer,
  /** Code of that location. */
  issuedWarehouseCode: text,
  /** The register that issued it. */
  issuedPointOfSaleID: integer,
  /** Who issued it. */
  issuedEmployeeID: integer,
  /** The sale it was used in. */
  redeemedInvoiceID: integer,
  /** Number of that sale. */
  redeemedInvoiceNo: text,
  /** Who used it. */
  redeemedCustomerID: integer,
  /** Number of that customer's loyalty card. */
  redeemedCustomerCardNumber: text,
  /** Where it was used. */
  redeemedWarehouseID: integer,
  /** Code of that location. */
  redeemedWarehouseCode: text,
  /** The register that took it. */
  redeemedPointOfSaleID: integer,
  /** Who took it. */
  redeemedEmployeeID: integer,
  /** 1 when the register printed it by itself. */
  isPrintedAutomatically: flag,
  /** ACTIVE, REDEEMED, or EXPIRED when the last day is over. */
  status: word(issuedCouponStatuses),
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
