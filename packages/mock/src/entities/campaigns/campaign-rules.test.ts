import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn } from '../../../test/ask.ts';

const ofSale = { purchaseTotalValue: 50, percentageOffEntirePurchase: 10 };
const ofTotal = { purchaseTotalValue: 50, sumOffEntirePurchase: 10 };
const ofProducts = { purchasedAmount: 3, purchasedProducts: '1,2' };
const matching = { ...ofProducts, percentageOffMatchingItems: 5 };

/** What is refused with which code, and which input the answer names. */
const refused: readonly (readonly [code: number, field: string, fields: Fields])[] = [
  [1046, 'rewardPoints', { purchaseTotalValue: 1, rewardPoints: 5, sumOffEntirePurchase: 1 }],
  [1046, 'purchasedAmount', { purchaseTotalValue: 1, ...ofProducts, sumOffEntirePurchase: 1 }],
  [1047, 'purchaseTotalValue', { sumOffEntirePurchase: 1 }],
  [1047, 'purchaseTotalValue', { purchaseTotalValue: 0, sumOffEntirePurchase: 1 }],
  [1048, 'sumOffEntirePurchase', { ...ofSale, sumOffEntirePurchase: 1 }],
  [1048, 'specialUnitPrice', { ...ofProducts, specialPrice: 1, specialUnitPrice: 1 }],
  [1048, 'sumOFF', { ...ofProducts, percentageOFF: 1, sumOFF: 1 }],
  [1049, 'percentageOffEntirePurchase', { purchaseTotalValue: 1 }],
  [1076, 'requiresManagerOverride', { ...ofSale, requiresManagerOverride: 1 }],
  [1076, 'requiresManagerOverride', { ...ofSale, type: 'coupon', requiresManagerOverride: 1 }],
  [1110, 'storeGroup', { ...ofSale, warehouseID: 1, storeGroup: 'North' }],
  [1110, 'warehouseIDs', { ...ofSale, storeRegionIDs: '1', warehouseIDs: '1,2' }],
  [1111, 'purchasedProducts', { ...ofSale, purchasedProducts: '1' }],
  [1111, 'purchasedBrandIDs', { ...ofSale, purchasedBrandIDs: '1' }],
  [1112, 'purchasedProducts', { ...ofProducts, purchasedProductGroupID: 1, specialPrice: 1 }],
  [
    1112,
    'purchasedBrandIDs',
    { purchasedAmount: 1, purchasedProductCategoryIDs: '1', purchasedBrandIDs: '1', specialPrice: 1 },
  ],
  [1113, 'awardedAmount', { ...ofSale, awardedAmount: 1 }],
  [1113, 'awardedProducts', { ...matching, awardedProducts: '1' }],
  [
    1114,
    'awardedProducts',
    { ...ofProducts, percentageOFF: 1, awardedProductGroupID: 1, awardedProducts: '1' },
  ],
  [1115, 'percentageOffIncludedProducts', { ...ofTotal, percentageOffIncludedProducts: '1' }],
  [1115, 'percentageOffExcludedProducts', { ...ofTotal, percentageOffExcludedProducts: '1' }],
  [1116, 'sumOffIncludedProducts', { ...ofSale, sumOffIncludedProducts: '1' }],
  [1116, 'sumOffExcludedProducts', { ...ofSale, sumOffExcludedProducts: '1' }],
  [1117, 'priceAtLeast', { ...ofSale, priceAtLeast: 1 }],
  [1117, 'priceAtMost', { ...ofSale, priceAtMost: 1 }],
  [1118, 'maximumPointsDiscount', { ...ofTotal, maximumPointsDiscount: 5 }],
  [
    1118,
    'maximumPointsDiscount',
    { rewardPoints: 1, percentageOffEntirePurchase: 1, maximumPointsDiscount: 5 },
  ],
  [1119, 'lowestPriceItemIsAwarded', { ...matching, lowestPriceItemIsAwarded: 1 }],
  [1122, 'specialPrice', { purchaseTotalValue: 1, specialPrice: 1 }],
  [1123, 'percentageOffMatchingItems', { purchaseTotalValue: 1, percentageOffMatchingItems: 1 }],
  [1123, 'sumOffMatchingItems', { rewardPoints: 1, sumOffMatchingItems: 1 }],
  [
    1129,
    'excludeDiscountedFromPercentageOffEntirePurchase',
    { ...ofTotal, excludeDiscountedFromPercentageOffEntirePurchase: 1 },
  ],
  [1131, 'reasonID', { ...ofSale, reasonID: 1 }],
  [1132, 'purchasedProductSubsidies', { ...ofProducts, specialPrice: 1, purchasedProductSubsidies: '1,2' }],
  [
    1132,
    'purchasedProductSubsidies',
    { purchasedAmount: 1, purchasedBrandIDs: '1', sumOffMatchingItems: 1, purchasedProductSubsidies: '1' },
  ],
  [1133, 'purchasedProductSubsidies', { ...matching, purchasedProductSubsidies: '1' }],
  [
    1134,
    'awardedProductSubsidies',
    { ...ofProducts, sumOFF: 1, awardedProducts: '1,2', awardedProductSubsidies: '1' },
  ],
  [1139, 'specialUnitPrice', { purchaseTotalValue: 1, specialUnitPrice: 1 }],
  [
    1140,
    'maxItemsWithSpecialUnitPrice',
    { ...ofProducts, specialUnitPrice: 1, maxItemsWithSpecialUnitPrice: 2 },
  ],
  [1141, 'purchasedAmount', { purchasedAmount: 1, specialPrice: 1 }],
  [1144, 'percentageOffEntirePurchase', { ...ofSale, redemptionLimit: 1 }],
  [1144, 'rewardPoints', { rewardPoints: 1, sumOffEntirePurchase: 1, redemptionLimit: 1 }],
  [1144, 'redemptionLimit', { ...ofProducts, percentageOFF: 1, redemptionLimit: 1 }],
  [1145, 'redemptionLimit', { ...ofProducts, specialUnitPrice: 1, redemptionLimit: 1 }],
  [
    1182,
    'excludePromotionItemsFromPercentageOffEntirePurchase',
    { ...ofTotal, excludePromotionItemsFromPercentageOffEntirePurchase: 1 },
  ],
  [1184, 'maximumNumberOfMatchingItems', { ...ofProducts, specialPrice: 1, maximumNumberOfMatchingItems: 5 }],
  [1185, 'maximumNumberOfMatchingItems', { ...matching, maximumNumberOfMatchingItems: 2 }],
  [1197, 'oncePerDay', { ...ofSale, customerCanUseOnlyOnce: 1, oncePerDay: 1 }],
  [1197, 'oncePerBirthday', { ...ofSale, oncePerDay: 1, isBirthdayPromotion: 1, oncePerBirthday: 1 }],
  [1198, 'oncePerBirthday', { ...ofSale, oncePerBirthday: 1 }],
  [1199, 'percentageOffEntirePurchase', { ...ofSale, onlyForDiscountedItems: 1 }],
  [1200, 'redemptionLimit', { ...matching, redemptionLimit: 1 }],
  [1207, 'purchaseTotalValueMax', { rewardPoints: 1, sumOffEntirePurchase: 1, purchaseTotalValueMax: 5 }],
  [1208, 'purchaseTotalValueMax', { ...ofSale, purchaseTotalValueMax: 50 }],
  [1016, 'storeRegionIDs', { ...ofSale, storeRegionIDs: '1,North' }],
];

/** The same things where they are right. */
const accepted: readonly Fields[] = [
  { rewardPoints: 5, sumOffEntirePurchase: 1, maximumPointsDiscount: 5 },
  { ...ofProducts, purchaseTotalValue: 0, rewardPoints: 0, specialPrice: 1, sumOFF: 0 },
  { ...ofSale, type: 'manual', requiresManagerOverride: 1 },
  {
    ...ofSale,
    requiresManagerOverride: 0,
    warehouseID: 1,
    storeGroup: '',
    warehouseIDs: '',
    storeRegionIDs: '',
  },
  { purchasedAmount: 1, purchasedProductGroupID: 1, purchasedProductGroupIDs: '1,2', specialPrice: 1 },
  {
    ...ofProducts,
    priceAtLeast: 1,
    priceAtMost: 5,
    percentageOFF: 1,
    awardedBrandIDs: '1',
    awardedAmount: 1,
    lowestPriceItemIsAwarded: 1,
    redemptionLimit: 2,
  },
  {
    ...ofSale,
    percentageOffIncludedProducts: '1',
    excludeDiscountedFromPercentageOffEntirePurchase: 1,
    excludePromotionItemsFromPercentageOffEntirePurchase: 1,
  },
  { ...ofTotal, sumOffExcludedProducts: '1', redemptionLimit: 1, purchaseTotalValueMax: 50.01 },
  {
    ...matching,
    maximumNumberOfMatchingItems: 3,
    redemptionLimit: 1,
    purchasedProductSubsidies: '0.5,1',
    onlyForDiscountedItems: 1,
  },
  { ...ofProducts, specialUnitPrice: 1, maxItemsWithSpecialUnitPrice: 3, redemptionLimit: 1 },
  { ...ofProducts, sumOFF: 1, awardedProducts: '1,2', awardedProductSubsidies: '1,2' },
  { ...ofSale, isBirthdayPromotion: 1, oncePerBirthday: 1 },
];

/** The codes that Erply has for promotions, but for the one of a reason code. */
const codes = [
  ...[1046, 1047, 1048, 1049, 1076, 1110, 1111, 1112, 1113, 1114, 1115, 1116, 1117, 1118, 1119],
  ...[1122, 1123, 1129, 1131, 1132, 1133, 1134, 1139, 1140, 1141, 1144, 1145],
  ...[1182, 1184, 1185, 1197, 1198, 1199, 1200, 1207, 1208],
];

const statusOf = ({ status }: { status: { errorCode: number; errorField?: string } }) => [
  status.errorCode,
  status.errorField,
];

describe('saveCampaign', () => {
  // What is refused changes nothing, so one account serves all of them.
  const asking = loggedIn(frozenMock());

  it.each(refused)('refuses with %i, naming %s: %o', async (code, field, fields) => {
    const { call } = await asking;
    expect(statusOf(await call('saveCampaign', fields))).toEqual([code, field]);
  });

  it('has a case for every code of promotions', () => {
    const tried = new Set(refused.map(([code]) => code));
    expect(codes.filter((code) => !tried.has(code))).toEqual([]);
  });

  it('stored nothing of all that', async () => {
    const { call } = await asking;
    expect((await call('getCampaigns')).status.recordsTotal).toBe(8);
  });

  it.each(accepted)('accepts %o', async (fields) => {
    const { call } = await loggedIn(frozenMock());
    expect(statusOf(await call('saveCampaign', fields))).toEqual([0, undefined]);
  });
});

describe('an edit of a promotion', () => {
  const edits: readonly (readonly [Fields, readonly (number | string | undefined)[]])[] = [
    [{ campaignID: 1, name: 'Renamed' }, [0, undefined]],
    [{ campaignID: 1, sumOffEntirePurchase: 5 }, [1048, 'sumOffEntirePurchase']],
    [{ campaignID: 1, sumOffEntirePurchase: 5, percentageOffEntirePurchase: 0 }, [0, undefined]],
    [{ campaignID: 1, percentageOffEntirePurchase: 0 }, [1049, 'percentageOffEntirePurchase']],
    [{ campaignID: 1, purchaseTotalValueMax: 49 }, [1208, 'purchaseTotalValueMax']],
    [{ campaignID: 3, type: 'auto' }, [1076, 'requiresManagerOverride']],
    [{ campaignID: 3, storeGroup: 'North' }, [1110, 'storeGroup']],
    [{ campaignID: 3, storeGroup: 'North', warehouseID: 0 }, [0, undefined]],
    [{ campaignID: 5, purchasedProductGroupID: 1 }, [1112, 'purchasedProducts']],
    [{ campaignID: 5, purchasedProductGroupID: 1, purchasedProducts: '' }, [1112, 'purchasedProducts']],
    [{ campaignID: 5, purchasedProductGroupID: 1, purchasedProducts: '0' }, [0, undefined]],
    [{ campaignID: 6, purchasedAmount: 5 }, [1185, 'maximumNumberOfMatchingItems']],
    [{ campaignID: 99, name: 'x' }, [1011, 'campaignID']],
  ];

  it.each(edits)('%o answers %o: it is judged by what the promotion will be', async (fields, expected) => {
    const { call } = await loggedIn(frozenMock());
    expect(statusOf(await call('saveCampaign', fields))).toEqual(expected);
  });

  it('knows the store regions that it has, whose input has another name', async () => {
    const mock = frozenMock();
    mock.account('100001').data('warehouses').update(1, { storeRegionID: 3 });
    const { call } = await loggedIn(mock);
    await call('saveCampaign', { campaignID: 1, storeRegionIDs: '3' });
    expect(statusOf(await call('saveCampaign', { campaignID: 1, warehouseID: 1 }))).toEqual([
      1110,
      'storeRegionIDs',
    ]);
  });
});
