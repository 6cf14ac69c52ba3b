import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { text, word } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { campaignTypes } from './campaign-types.ts';

/** A sales promotion: what must be bought, where and by whom, and what is given for it. */
export const campaign = defineRecord(() => ({
  /** ID of the promotion. */
  campaignID: id,
  /** First day; empty for none. */
  startDate: isoDate,
  /** Last day; empty for none. */
  endDate: isoDate,
  /** When it begins each day; only newer pages list it. */
  startTime: text,
  /** When it ends each day; only newer pages list it. */
  endTime: text,
  /** What people read. */
  name: text,
  /** `auto`, `manual` or `coupon`. */
  type: word(campaignTypes),
  /** Not documented. */
  formula: z.unknown().optional(),
  /** 0 for one that is switched off. */
  enabled: flag,
  /** The only location that has it; 0 for none. */
  warehouseID: integer,
  /** The only locations that have it. */
  warehouseIDs: idList,
  /** Tiers are applied one after another, promotions without one first. */
  tierID: integer,
  /** The only group of locations that has it. */
  storeGroup: text,
  /** The only store regions that have it. */
  storeRegions: idList,
  /** The only customer groups that have it. */
  customerGroups: idList,
  /** Condition: the least total of the sale. */
  purchaseTotalValue: decimal,
  /** Condition: the total of the sale is not more. */
  purchaseTotalValueMax: decimal,
  /** Condition: bought are products of this group. */
  purchasedProductGroupID: integer,
  /** Condition: bought are products of this category. */
  purchasedProductCategoryID: integer,
  /** Condition: bought are products of these groups. */
  purchasedProductGroupIDs: idList,
  /** Condition: bought are products of these categories. */
  purchasedProductCategoryIDs: idList,
  /** Condition: bought are products of these brands. */
  purchasedBrandIDs: idList,
  /** Condition: bought are these products. */
  purchasedProducts: idList,
  /** Condition: so many of them. */
  purchasedAmount: integer,
  /** Condition: what it costs of the customer's reward points. */
  rewardPoints: integer,
  /** The coupon that leads to it; 0 for none. */
  requiredCouponID: integer,
  /** Code of that coupon. */
  requiredCouponCode: text,
  /** Condition: products cost no less. */
  priceAtLeast: decimal,
  /** Condition: products cost no more. */
  priceAtMost: decimal,
  /** 1 for one that a manager has to allow. */
  requiresManagerOverride: flag,
  /** Award: percent off the whole sale. */
  percentageOffEntirePurchase: decimal,
  /** Award: a sum off the whole sale. */
  sumOffEntirePurchase: decimal,
  /** Award: percent off what was bought. */
  percentageOffMatchingItems: decimal,
  /** Award: a sum off what was bought. */
  sumOffMatchingItems: decimal,
  /** Award: what was bought costs this in all. */
  specialPrice: decimal,
  /** Award: what was bought costs this apiece. */
  specialUnitPrice: decimal,
  /** Award: percent off the awarded products. */
  percentageOFF: decimal,
  /** Award: a sum off the awarded products. */
  sumOFF: decimal,
  /** 1 leaves out rows that have a discount. */
  excludeDiscountedFromPercentageOffEntirePurchase: flag,
  /** 1 leaves out rows that have a promotion. */
  excludePromotionItemsFromPercentageOffEntirePurchase: flag,
  /** Products that get no percentage. */
  percentageOffExcludedProducts: idList,
  /** The only products that get the percentage. */
  percentageOffIncludedProducts: idList,
  /** Products that the sum is not taken off. */
  sumOffExcludedProducts: idList,
  /** The only products that the sum is taken off. */
  sumOffIncludedProducts: idList,
  /** Products that do not count. */
  excludedProducts: idList,
  /** At most so many get the discount on what was bought. */
  maximumNumberOfMatchingItems: integer,
  /** At most so many get the special price apiece. */
  maxItemsWithSpecialUnitPrice: integer,
  /** At most so many times in one sale. */
  redemptionLimit: integer,
  /** The most that points can take off a sale. */
  maximumPointsDiscount: integer,
  /** Awarded are products of this group. */
  awardedProductGroupID: integer,
  /** Awarded are products of this category. */
  awardedProductCategoryID: integer,
  /** Awarded are products of these groups. */
  awardedProductGroupIDs: idList,
  /** Awarded are products of these categories. */
  awardedProductCategoryIDs: idList,
  /** Awarded are products of these brands. */
  awardedBrandIDs: idList,
  /** Awarded are these products. */
  awardedProducts: idList,
  /** Awarded are at most so many; 0 for any number. */
  awardedAmount: integer,
  /** 1 awards the cheapest. */
  lowestPriceItemIsAwarded: flag,
  /** 1 for a discount on one row only. */
  discountForOneLine: flag,
  /** 1: a customer gets it once. */
  customerCanUseOnlyOnce: flag,
  /** 1: only around the customer's birthday. */
  isBirthdayPromotion: flag,
  /** 1: a customer gets it once each birthday. */
  oncePerBirthday: flag,
  /** 1: a customer gets it once a day. */
  oncePerDay: flag,
  /** 1: only products that have a discount. */
  onlyForDiscountedItems: flag,
  /** Not documented. */
  restrictOnNoWarehouses: flag,
  /** 1: the cashier may apply it several times. */
  canBeAppliedManuallyMultipleTimes: flag,
  /** 1: goes together with others. */
  isStackable: flag,
  /** 1 for one that headquarters made. */
  isHQPromotion: flag,
  /** The reason code. */
  reasonID: integer,
  /** What somebody else pays of it. */
  subsidy: decimal,
  /** The same; deprecated. */
  subsidyValue: decimal,
  /** Sort of subsidy. */
  subsidyTypeID: integer,
  /** Page of the flyer. */
  page: integer,
  /** Position on that page. */
  positionOnPage: integer,
  /** Units that are expected to be sold. */
  forecastUnits: integer,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
