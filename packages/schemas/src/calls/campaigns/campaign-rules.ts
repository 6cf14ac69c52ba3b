import type { SaveRule } from '../../save-rules.ts';

const purchasedTargets = [
  ['purchasedProductGroupID', 'purchasedProductGroupIDs'],
  ['purchasedProductCategoryID', 'purchasedProductCategoryIDs'],
  ['purchasedBrandIDs'],
  ['purchasedProducts'],
] as const;

const awardedTargets = [
  ['awardedProductGroupID', 'awardedProductGroupIDs'],
  ['awardedProductCategoryID', 'awardedProductCategoryIDs'],
  ['awardedBrandIDs'],
  ['awardedProducts'],
] as const;

const conditions = ['purchaseTotalValue', 'purchasedAmount', 'rewardPoints'] as const;
const matchingDiscounts = ['percentageOffMatchingItems', 'sumOffMatchingItems'] as const;
const productDiscounts = ['percentageOFF', 'sumOFF'] as const;
const wholeDiscounts = ['percentageOffEntirePurchase', 'sumOffEntirePurchase'] as const;
const awards = [
  ...wholeDiscounts,
  ...productDiscounts,
  ...matchingDiscounts,
  'specialPrice',
  'specialUnitPrice',
] as const;

const alone = (names: readonly string[]) => names.map((name) => [name]);

/** `inputs` need one of `needs`. */
const needs = (code: number, inputs: readonly string[], ...needed: readonly string[]) =>
  ({ kind: 'needsOne', inputs, needs: needed, code }) as const;

/** One thing does not go together with any of the others. */
const apart = (code: number, one: string, ...others: readonly string[]) =>
  ({ kind: 'atMostOne', of: [[one], others], code }) as const;

/**
 * What goes with what in a promotion. The codes and what they mean are documented; which of two broken rules is answered
 * is not: what is nothing without something else comes first, then what there is too much of, then what is missing.
 */
export const campaignRules: readonly SaveRule[] = [
  {
    kind: 'atMostOne',
    of: alone(['warehouseID', 'storeGroup', 'storeRegionIDs', 'warehouseIDs']),
    code: 1110,
  },
  { kind: 'needsWord', input: 'requiresManagerOverride', of: 'type', word: 'manual', code: 1076 },

  needs(1111, purchasedTargets.flat(), 'purchasedAmount'),
  { kind: 'atMostOne', of: purchasedTargets, code: 1112 },
  needs(1141, ['purchasedAmount'], ...purchasedTargets.flat()),
  needs(1117, ['priceAtLeast', 'priceAtMost'], 'purchasedAmount'),
  needs(1207, ['purchaseTotalValueMax'], 'purchaseTotalValue'),
  { kind: 'above', input: 'purchaseTotalValueMax', than: 'purchaseTotalValue', code: 1208 },

  needs(1113, [...awardedTargets.flat(), 'awardedAmount'], ...productDiscounts),
  { kind: 'atMostOne', of: awardedTargets, code: 1114 },
  needs(1119, ['lowestPriceItemIsAwarded'], ...productDiscounts),
  needs(1122, ['specialPrice'], 'purchasedAmount'),
  needs(1123, matchingDiscounts, 'purchasedAmount'),
  needs(1139, ['specialUnitPrice'], 'purchasedAmount'),

  needs(1115, ['percentageOffIncludedProducts', 'percentageOffExcludedProducts'], wholeDiscounts[0]),
  needs(1116, ['sumOffIncludedProducts', 'sumOffExcludedProducts'], wholeDiscounts[1]),
  needs(1129, ['excludeDiscountedFromPercentageOffEntirePurchase'], wholeDiscounts[0]),
  needs(1182, ['excludePromotionItemsFromPercentageOffEntirePurchase'], wholeDiscounts[0]),
  needs(1118, ['maximumPointsDiscount'], 'rewardPoints'),
  needs(1118, ['maximumPointsDiscount'], 'sumOffEntirePurchase'),
  // Which awards it does not go with is inferred.
  apart(1199, 'onlyForDiscountedItems', ...wholeDiscounts),

  needs(1184, ['maximumNumberOfMatchingItems'], ...matchingDiscounts),
  { kind: 'notBelow', input: 'maximumNumberOfMatchingItems', than: 'purchasedAmount', code: 1185 },
  { kind: 'notBelow', input: 'maxItemsWithSpecialUnitPrice', than: 'purchasedAmount', code: 1140 },
  apart(1144, 'redemptionLimit', 'percentageOffEntirePurchase'),
  apart(1144, 'redemptionLimit', 'rewardPoints'),
  // Without an amount any number of products is awarded.
  { ...needs(1144, ['redemptionLimit'], 'awardedAmount'), where: productDiscounts },
  { ...needs(1145, ['redemptionLimit'], 'maxItemsWithSpecialUnitPrice'), where: ['specialUnitPrice'] },
  { ...needs(1200, ['redemptionLimit'], 'maximumNumberOfMatchingItems'), where: matchingDiscounts },

  { kind: 'atMostOne', of: alone(['customerCanUseOnlyOnce', 'oncePerDay', 'oncePerBirthday']), code: 1197 },
  needs(1198, ['oncePerBirthday'], 'isBirthdayPromotion'),
  needs(1132, ['purchasedProductSubsidies'], 'purchasedProducts'),
  needs(1132, ['purchasedProductSubsidies'], ...matchingDiscounts),
  { kind: 'asManyAs', input: 'purchasedProductSubsidies', as: 'purchasedProducts', code: 1133 },
  { kind: 'asManyAs', input: 'awardedProductSubsidies', as: 'awardedProducts', code: 1134 },

  { kind: 'atMostOne', of: alone(conditions), code: 1046 },
  { kind: 'atMostOne', of: alone(awards), code: 1048 },
  { kind: 'atLeastOne', of: conditions, code: 1047 },
  { kind: 'atLeastOne', of: awards, code: 1049 },
];
