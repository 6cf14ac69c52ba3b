import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { cartRow } from './cart-row.ts';

/** A promotion that was applied. */
const appliedPromotion = defineRecord(() => ({
  /** The promotion. */
  promotionID: integer,
  /** How many times. */
  count: integer,
  /** Reward points that it costs each time; the client takes `count` times as many from the customer. */
  rewardPoints: integer,
}));

/** A coupon that the register should print. */
const couponToPrint = defineRecord(() => ({
  /** The rule. */
  couponID: integer,
  /** Reward points that printing costs. */
  printingCostInRewardPoints: decimal,
}));

/** A cart with its prices and totals. */
export const cart = defineRecord(() => ({
  /** The rows, in the order in which they were sent. */
  rows: z.array(cartRow()),
  /** Total without tax. */
  netTotal: decimal,
  /** Tax. */
  vatTotal: decimal,
  /** Added to the total so that it can be paid in coins. */
  rounding: decimal,
  /** What is to be paid. */
  total: decimal,
  /** Coupons that had an effect, with commas between: the client redeems them after the sale. */
  usedCouponIdentifiers: text,
  /** Promotions that had an effect, in the order of their application. */
  appliedPromotions: z.array(appliedPromotion()),
  /** With `getAutomaticCoupons`: IDs of coupon rules whose coupons the register should print, with commas between. */
  automaticCoupons: text,
  /** The same with what printing costs. */
  printAutomaticCoupons: z.array(couponToPrint()),
  /** Not documented. */
  information: text.optional(),
  /** A product that comes free. */
  freeExtraProductID: integer.optional(),
  /** Code of that product. */
  freeExtraProductCode: text.optional(),
  /** Name of that product. */
  freeExtraProductName: text.optional(),
  /** The message about it for the customer. */
  freeExtraNotification: text.optional(),
}));
