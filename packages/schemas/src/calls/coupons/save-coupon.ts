import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { oneOf, text } from '../../wire/text.ts';
import { savedRecord } from '../saved-record.ts';
import { couponMeasures, couponThresholdTypes } from './coupon-words.ts';
import { coupons } from './coupons.ts';

/** Makes a coupon rule, or edits the one of `couponID`. */
export const saveCoupon = defineCall({
  name: 'saveCoupon',
  docs: 'https://learn-api.erply.com/requests/savecoupon',
  effect: 'write',
  table: coupons,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The rule to edit; a new one is made when left out. */
    couponID: integer.optional(),
    /** First day on which coupons are printed. */
    issuedFromDate: isoDate.optional(),
    /** Last day on which coupons are printed. */
    issuedUntilDate: isoDate.optional(),
    /** What people read. */
    name: text.optional(),
    /** Code of the rule. */
    code: text.optional(),
    /** The only location that prints them. */
    warehouseID: integer.optional(),
    /** The only group of locations that prints them; no call shows it. */
    storeGroup: text.optional(),
    /** The promotion that its coupons lead to. */
    campaignID: integer.optional(),
    /** 1 for coupons that registers print by themselves. */
    printedAutomaticallyInPOS: flag.optional(),
    /** 1 for coupons that the cashier is asked about; only code of newer clients has it. */
    promptCashier: flag.optional(),
    /** What a sale or a customer must come up to. */
    threshold: decimal.optional(),
    /** What the threshold is counted in. */
    measure: oneOf(couponMeasures).optional(),
    /** Whether it is looked for in the customer's points or in the sale. */
    thresholdType: oneOf(couponThresholdTypes).optional(),
    /** Reward points that a printed coupon costs. */
    printingCostInRewardPoints: integer.optional(),
    /** Printed on the coupon. */
    description: text.optional(),
  }),
  rules: [{ kind: 'notTogether', inputs: ['warehouseID', 'storeGroup'] }],
  module: 'promotions',
  result: { one: savedRecord('couponID') },
  example: { name: 'Ten off', code: 'TENOFF', campaignID: 1 },
  errors: [1006, 1011, 1013, 1016, 1061, 1062],
  loggable: ['couponID', 'issuedFromDate', 'issuedUntilDate', 'warehouseID', 'campaignID'],
  evidence: 'Documentation of 2019; 1013 is inferred.',
});
