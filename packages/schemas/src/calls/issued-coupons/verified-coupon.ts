import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A coupon that can be used. */
export const verifiedCoupon = defineRecord(() => ({
  /** ID of the issued coupon. */
  issuedCouponID: id,
  /** The rule. */
  couponID: integer,
  /** What is printed on it as a bar code. */
  uniqueIdentifier: text,
  /** Name of the promotion that it leads to. */
  campaignName: text,
  /** The last day; empty when it does not expire. */
  expiryDate: isoDate,
}));
