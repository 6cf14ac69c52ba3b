import { defineRecord } from '../../define-record.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** The answer of saveIssuedCoupon: what a register prints. */
export const savedIssuedCoupon = defineRecord(() => ({
  /** ID of what was saved, new or edited. */
  issuedCouponID: id,
  /** The rule. */
  couponID: integer,
  /** Code of the rule. */
  couponCode: text,
  /** Name of the rule. */
  couponName: text,
  /** Description of the rule. */
  couponDescription: text,
  /** What is printed as a bar code. */
  uniqueIdentifier: text,
  /** Reward points that a printed coupon costs. */
  printingCostInRewardPoints: integer,
}));
