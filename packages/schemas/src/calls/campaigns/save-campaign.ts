import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { allowedIDList, idList, wordList } from '../../wire/lists.ts';
import { oneOf, text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { languageNameInputs } from '../language-names.ts';
import { campaignRules } from './campaign-rules.ts';
import { campaignTypes } from './campaign-types.ts';
import { campaigns } from './campaigns.ts';
import { savedCampaign } from './saved-campaign.ts';

const subsidy = { module: 'promotionSubsidy', code: 1028 } as const;

/**
 * Makes a promotion, or edits the one of `campaignID`: what is not named stays as it is. A promotion has one condition and
 * one award. To change from one to the other, send 0 for the old one, also where it is a list of IDs (inferred).
 */
export const saveCampaign = defineCall({
  name: 'saveCampaign',
  docs: 'https://learn-api.erply.com/requests/savecampaign',
  effect: 'write',
  table: campaigns,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The promotion to edit; a new one is made when left out. */
    campaignID: integer.optional(),
    /** First day. */
    startDate: isoDate.optional(),
    /** Last day. */
    endDate: isoDate.optional(),
    /** When it begins each day; only newer pages list it. */
    startTime: text.optional(),
    /** When it ends each day; only newer pages list it. */
    endTime: text.optional(),
    /** 0 to switch it off; 1 when left out of a new one. */
    enabled: flag.optional(),
    /** What people read. */
    name: text.optional(),
    ...languageNameInputs(),
    /** By itself, by the cashier's choice, or by a coupon; `auto` when left out of a new one. */
    type: oneOf(campaignTypes).optional(),
    /** The only location that has it. */
    warehouseID: integer.optional(),
    /** The only group of locations that has it. */
    storeGroup: text.optional(),
    /** The only store regions that have it; those that do not exist are reported. Store regions module. */
    storeRegionIDs: allowedIDList.optional(),
    /** The only locations that have it; only newer pages list it. */
    warehouseIDs: idList.optional(),
    /** The only customer groups that have it; module. */
    customerGroupIDs: idList.optional(),
    /** The tier; only code of newer clients has it. */
    tierID: integer.optional(),
    /** Condition: the least total of the sale. */
    purchaseTotalValue: decimal.optional(),
    /** Condition: the total of the sale is not more. */
    purchaseTotalValueMax: decimal.optional(),
    /** Condition: so many products are bought. */
    purchasedAmount: integer.optional(),
    /** They are of this group. */
    purchasedProductGroupID: integer.optional(),
    /** They are of these groups. */
    purchasedProductGroupIDs: idList.optional(),
    /** They are of this category. */
    purchasedProductCategoryID: integer.optional(),
    /** They are of these categories. */
    purchasedProductCategoryIDs: idList.optional(),
    /** They are of these brands. */
    purchasedBrandIDs: idList.optional(),
    /** They are these products. */
    purchasedProducts: idList.optional(),
    /** Condition: what it costs of the customer's reward points. */
    rewardPoints: integer.optional(),
    /** They cost no less. */
    priceAtLeast: decimal.optional(),
    /** They cost no more. */
    priceAtMost: decimal.optional(),
    /** Award: percent off the whole sale. */
    percentageOffEntirePurchase: decimal.optional(),
    /** Award: a sum off the whole sale. */
    sumOffEntirePurchase: decimal.optional(),
    /** Award: percent off the awarded products. */
    percentageOFF: decimal.optional(),
    /** Award: a sum off the awarded products. */
    sumOFF: decimal.optional(),
    /** Awarded are products of this group. */
    awardedProductGroupID: integer.optional(),
    /** Awarded are products of these groups. */
    awardedProductGroupIDs: idList.optional(),
    /** Awarded are products of this category. */
    awardedProductCategoryID: integer.optional(),
    /** Awarded are products of these categories. */
    awardedProductCategoryIDs: idList.optional(),
    /** Awarded are products of these brands. */
    awardedBrandIDs: idList.optional(),
    /** Awarded are these products. */
    awardedProducts: idList.optional(),
    /** Awarded are at most so many; 0 for any number. */
    awardedAmount: integer.optional(),
    /** Award: percent off what was bought. */
    percentageOffMatchingItems: decimal.optional(),
    /** Award: a sum off what was bought. */
    sumOffMatchingItems: decimal.optional(),
    /** Award: what was bought costs this in all. */
    specialPrice: decimal.optional(),
    /** Award: what was bought costs this apiece. */
    specialUnitPrice: decimal.optional(),
    /** The only products that get the percentage. */
    percentageOffIncludedProducts: idList.optional(),
    /** Products that get no percentage. */
    percentageOffExcludedProducts: idList.optional(),
    /** The only products that the sum is taken off. */
    sumOffIncludedProducts: idList.optional(),
    /** Products that the sum is not taken off. */
    sumOffExcludedProducts: idList.optional(),
    /** Products that do not count. */
    excludedProducts: idList.optional(),
    /** 1 leaves out rows that have a discount. */
    excludeDiscountedFromPercentageOffEntirePurchase: flag.optional(),
    /** 1 leaves out rows that have a promotion. */
    excludePromotionItemsFromPercentageOffEntirePurchase: flag.optional(),
    /** 1 awards the cheapest. */
    lowestPriceItemIsAwarded: flag.optional(),
    /** 1 for a discount on one row only. */
    discountForOneLine: flag.optional(),
    /** The most that points can take off a sale. */
    maximumPointsDiscount: integer.optional(),
    /** At most so many get the discount on what was bought. */
    maximumNumberOfMatchingItems: integer.optional(),
    /** At most so many get the special price apiece. */
    maxItemsWithSpecialUnitPrice: integer.optional(),
    /** At most so many times in one sale. */
    redemptionLimit: integer.optional(),
    /** 1: a customer gets it once. */
    customerCanUseOnlyOnce: flag.optional(),
    /** 1: a customer gets it once a day. */
    oncePerDay: flag.optional(),
    /** 1: only around the customer's birthday. */
    isBirthdayPromotion: flag.optional(),
    /** 1: a customer gets it once each birthday. */
    oncePerBirthday: flag.optional(),
    /** 1: only products that have a discount. That it does not go with a discount on the whole sale is inferred. */
    onlyForDiscountedItems: flag.optional(),
    /** 1: goes together with others. */
    isStackable: flag.optional(),
    /** Not documented. */
    restrictOnNoWarehouses: flag.optional(),
    /** 1 for one that a manager has to allow. */
    requiresManagerOverride: flag.optional(),
    /** A reason code with the purpose PROMOTION (1131). */
    reasonID: integer.optional(),
    /** What somebody else pays of it; module, as what follows. */
    subsidy: decimal.optional(),
    /** The same; deprecated. */
    subsidyValue: decimal.optional(),
    /** Sort of subsidy. */
    subsidyTypeID: integer.optional(),
    /** Page of the flyer. */
    page: integer.optional(),
    /** Position on that page. */
    positionOnPage: integer.optional(),
    /** Units that are expected to be sold. */
    forecastUnits: integer.optional(),
    /** A subsidy for each of `purchasedProducts`, with commas between; shown nowhere. */
    purchasedProductSubsidies: wordList.optional(),
    /** A subsidy for each of `awardedProducts`, with commas between; shown nowhere. */
    awardedProductSubsidies: wordList.optional(),
    ...attributeInputs(),
  }),
  saveRules: campaignRules,
  module: 'promotions',
  moduleInputs: {
    storeRegionIDs: { module: 'storeRegions', code: 1028 },
    customerGroupIDs: { module: 'customerGroupPromotions', code: 1028 },
    subsidy,
    subsidyValue: subsidy,
    subsidyTypeID: subsidy,
    page: subsidy,
    positionOnPage: subsidy,
    forecastUnits: subsidy,
    purchasedProductSubsidies: subsidy,
    awardedProductSubsidies: subsidy,
  },
  result: { one: savedCampaign },
  example: { name: 'Ten off', purchaseTotalValue: 50, percentageOffEntirePurchase: 10 },
  errors: [
    ...[1006, 1011, 1016, 1028, 1046, 1047, 1048, 1049, 1061, 1062, 1076],
    ...[1110, 1111, 1112, 1113, 1114, 1115, 1116, 1117, 1118, 1119, 1122, 1123, 1129],
    ...[1131, 1132, 1133, 1134, 1139, 1140, 1141, 1144, 1145],
    ...[1182, 1184, 1185, 1197, 1198, 1199, 1200, 1207, 1208],
  ],
  loggable: [
    'campaignID',
    'startDate',
    'endDate',
    'enabled',
    'type',
    'warehouseID',
    'warehouseIDs',
    'reasonID',
  ],
  evidence:
    'Inputs from documentation of 2019 and code of newer clients, codes documented. Inferred: that an edit is judged by what the promotion will be, that 0 stands for nothing, and the names of the modules.',
});
