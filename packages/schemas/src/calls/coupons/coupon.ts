import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { filledDecimalString } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, integerString, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { couponMeasures, couponThresholdTypes } from './coupon-words.ts';

/** A coupon rule: what the coupons that are printed by it have in common. */
export const coupon = defineRecord(() => ({
  /** ID of the rule. */
  couponID: id,
  /** The promotion that its coupons lead to. */
  campaignID: integerString,
  /** The only location that prints them; 0 for none. */
  warehouseID: integerString,
  /** First day on which they are printed. */
  issuedFromDate: isoDate,
  /** Last day on which they are printed. */
  issuedUntilDate: isoDate,
  /** What people read. */
  name: text,
  /** Code of the rule. */
  code: text,
  /** Printed on the coupon. */
  description: text,
  /** 1 for coupons that registers print by themselves. */
  printedAutomaticallyInPOS: flag,
  /** 1 for coupons that the cashier is asked about. */
  promptCashier: flag,
  /** What a sale or a customer must come up to. */
  threshold: filledDecimalString,
  /** `dollars` or `points`. */
  measure: word(couponMeasures),
  /** `points_amt` or `this_sale`. */
  thresholdType: word(couponThresholdTypes),
  /** `threshold` as a whole number: the older, misspelt name. */
  treshold: integer,
  /** `thresholdType` by its older, misspelt name. */
  tresholdType: word(couponThresholdTypes),
  /** Reward points that a printed coupon costs. */
  printingCostInRewardPoints: integer,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
