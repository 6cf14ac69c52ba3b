import { defineRecord } from '../../define-record.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** The answer of redeemIssuedCoupon: which coupon was used. */
export const couponRedemption = defineRecord(() => ({
  /** ID of the issued coupon. */
  issuedCouponID: id,
  /** The rule. */
  couponID: integer,
  /** What is printed on it as a bar code. */
  uniqueIdentifier: text,
}));
