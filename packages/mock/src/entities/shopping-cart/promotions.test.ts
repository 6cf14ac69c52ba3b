import { describe, expect, it } from 'vitest';

import { start } from '../../../test/ask.ts';
import { cartAsker } from '../../../test/shopping-cart/cart-asker.ts';

const day = (days: number) => new Date((start + days * 86_400) * 1000).toISOString().slice(0, 10);

const tenOff = { purchaseTotalValue: 1, percentageOffEntirePurchase: 10 };
const halfOff602 = { purchasedAmount: 1, purchasedProducts: 602, percentageOffMatchingItems: 50 };

/** 601 costs 12.40, 602 costs 24.80, 603 costs 6.20. */
describe('promotions come in their order', () => {
  it('by tier, without one first; inside a tier by type; inside a type the oldest first', async () => {
    const { account, price, promote } = await cartAsker();
    const ids = {
      late: await promote({ ...tenOff, tierID: 2 }),
      younger: await promote(tenOff),
      older: await promote(tenOff),
      first: await promote({ ...halfOff602, tierID: 1 }),
      items: await promote(halfOff602),
      onReceipt: await promote({ ...tenOff, tierID: 1 }),
    };
    account.data('campaigns').update(ids.older, { added: 1 });
    const { appliedPromotions } = await price([{ productID: 602 }]);
    expect(appliedPromotions.map((one: any) => one.promotionID)).toEqual([
      ...[ids.items, ids.older, ids.younger, ids.first, ids.onReceipt, ids.late],
    ]);
  });

  it('whether they come by themselves, by a coupon or by the cashier', async () => {
    const { account, call, price, promote } = await cartAsker();
    const manual = await promote({ ...tenOff, type: 'manual' });
    const coupon = await promote({ ...tenOff, type: 'coupon' });
    const auto = await promote(tenOff);
    account.data('coupons').update(1, { campaignID: coupon });
    await call('saveIssuedCoupon', { couponID: 1, uniqueIdentifier: '111' });
    const { appliedPromotions, total } = await price([{ productID: 601 }], {
      manualPromotionIDs: manual,
      couponIdentifiers: '111',
    });
    expect(appliedPromotions.map((one: any) => one.promotionID)).toEqual([manual, coupon, auto]);
    expect(total).toBe(9.04);
  });

  it('and multiply: each is on what those before it have left', async () => {
    const { price, promote } = await cartAsker();
    await promote(tenOff);
    await promote({ purchaseTotalValue: 1, sumOffEntirePurchase: 1.16 });
    const { rows, total } = await price([{ productID: 601 }]);
    expect([rows[0].promotionRule1totalDiscount1, rows[0].promotionRule2totalDiscount1]).toEqual([
      1.24, 1.16,
    ]);
    expect(total).toBe(10);
  });
});

describe('a promotion is there', () => {
  const applies = async (promotion: Record<string, string | number>, fields = {}, more: object = {}) => {
    const { account, price, promote } = await cartAsker();
    const id = await promote({ ...tenOff, ...promotion });
    account.data('campaigns').update(id, more as any);
    account.data('warehouses').update(2, { storeRegionID: 7, storeGroups: 'North, East' });
    account.data('customers').update(1001, { groupID: 2, birthday: `1980-${day(0).slice(5)}` });
    return (await price([{ productID: 601 }], fields)).appliedPromotions.length === 1;
  };

  it('on its days, by the date of the sale, and in its hours', async () => {
    expect(await applies({ startDate: day(0), endDate: day(0) })).toBe(true);
    expect(await applies({ startDate: day(1) })).toBe(false);
    expect(await applies({ startDate: day(1) }, { date: day(1) })).toBe(true);
    expect(await applies({ endDate: day(0) }, { date: day(1) })).toBe(false);
    expect(await applies({ enabled: 0 })).toBe(false);
    const hour = new Date(start * 1000).toISOString().slice(11, 16);
    expect(await applies({ startTime: '00:00', endTime: '23:59:59' })).toBe(true);
    expect(await applies({ endTime: hour.replace(/\d$/, '0'), startTime: '23:59' })).toBe(false);
  });

  it('at its locations, by ID, list, group or region', async () => {
    const at = { warehouseID: 2 };
    expect([await applies({ warehouseID: 2 }, at), await applies({ warehouseID: 1 }, at)]).toEqual([
      true,
      false,
    ]);
    expect([await applies({ warehouseIDs: '1,2' }, at), await applies({ warehouseIDs: '1' }, at)]).toEqual([
      ...[true, false],
    ]);
    expect([await applies({ storeGroup: 'East' }, at), await applies({ storeGroup: 'Ea' }, at)]).toEqual([
      ...[true, false],
    ]);
    expect(await applies({}, at, { storeRegions: '7' })).toBe(true);
    expect(await applies({}, at, { storeRegions: '8' })).toBe(false);
  });

  it('for its customers, by group and birthday', async () => {
    const who = { customerID: 1001 };
    expect([await applies({ customerGroupIDs: 2 }, who), await applies({ customerGroupIDs: 2 })]).toEqual([
      ...[true, false],
    ]);
    expect([
      await applies({ isBirthdayPromotion: 1 }, who),
      await applies({ isBirthdayPromotion: 1 }),
    ]).toEqual([...[true, false]]);
    expect(await applies({ isBirthdayPromotion: 1 }, { ...who, date: day(1) })).toBe(false);
  });

  it('not in accounts without promotions, nor in carts without them', async () => {
    expect(await applies({}, { doNotApplyPromotions: 1 })).toBe(false);
    expect(await applies({}, { doNotApplyInvoiceLevelPromotions: 1 })).toBe(false);
    const items = {
      purchaseTotalValue: 0,
      percentageOffEntirePurchase: 0,
      ...halfOff602,
      purchasedProducts: 601,
    };
    const { price, promote } = await cartAsker();
    await promote(items);
    const cart = await price([{ productID: 601 }], { doNotApplyInvoiceLevelPromotions: 1 });
    expect(cart.appliedPromotions).toHaveLength(1);
  });

  it('once for a customer, or once a day, by what was applied before', async () => {
    const { account, price, promote } = await cartAsker();
    const once = await promote({ ...tenOff, customerCanUseOnlyOnce: 1 });
    const daily = await promote({ ...tenOff, oncePerDay: 1 });
    const ids = async (fields: object) =>
      (await price([{ productID: 601 }], { customerID: 1001, ...fields })).appliedPromotions.map(
        (one: any) => one.promotionID,
      );
    expect(await ids({})).toEqual([once, daily]);
    expect(await ids({ customerID: 0 })).toEqual([]);
    account.data('salesDocuments').insert({ id: 1, type: 'CASHINVOICE' });
    for (const promotionID of [once, daily])
      account
        .data('appliedPromotionRecords')
        .insert({ invoiceID: 1, promotionID, customerID: 1001, date: day(0) });
    expect(await ids({})).toEqual([]);
    expect(await ids({ date: day(1) })).toEqual([daily]);
  });
});

describe('a discount on the whole sale', () => {
  it('needs its total, and not more than its greatest', async () => {
    const { price, promote } = await cartAsker();
    await promote({ purchaseTotalValue: 24.8, purchaseTotalValueMax: 37.2, sumOffEntirePurchase: 1 });
    const total = async (amount: number) => (await price([{ productID: 601, amount }])).total;
    expect([await total(1), await total(2), await total(3), await total(4)]).toEqual([
      12.4, 23.8, 36.21, 49.6,
    ]);
  });

  it('is given once, however often the cashier or coupons ask for it', async () => {
    const { price, promote } = await cartAsker();
    const promotionID = await promote({ type: 'manual', purchaseTotalValue: 1, sumOffEntirePurchase: 2 });
    const cart = await price([{ productID: 601 }], { manualPromotionIDs: `${promotionID},${promotionID}` });
    expect([cart.total, cart.appliedPromotions[0].count]).toEqual([10.4, 1]);
  });

  it('leaves out, when told to, rows that a price list, a hand or an earlier promotion has touched', async () => {
    const { account, rowTotals, promote } = await cartAsker();
    account.data('priceLists').insert({ pricelistID: 77, active: 1, type: 'BASE_PRICE_LIST' });
    account.data('pricelistProducts').insert({ priceListID: 77, productID: 603, price: 5 });
    await promote(halfOff602);
    const rows = [
      { productID: 601 },
      { productID: 601, manualDiscount: 50 },
      { productID: 602 },
      { productID: 603 },
    ];
    const id = await promote({ ...tenOff, excludeDiscountedFromPercentageOffEntirePurchase: 1 });
    expect(await rowTotals(rows, { pricelistID: 77 })).toEqual([11.16, 6.2, 12.4, 6.2]);
    account.data('campaigns').update(id, {
      excludeDiscountedFromPercentageOffEntirePurchase: 0,
      excludePromotionItemsFromPercentageOffEntirePurchase: 1,
    });
    expect(await rowTotals(rows, { pricelistID: 77 })).toEqual([11.16, 5.58, 12.4, 5.58]);
  });

  it('is on its products only, or on all but some', async () => {
    const { rowTotals, promote, account } = await cartAsker();
    const id = await promote({
      ...tenOff,
      percentageOffIncludedProducts: '601,602',
      percentageOffExcludedProducts: 602,
    });
    const rows = [{ productID: 601 }, { productID: 602 }, { productID: 603 }];
    expect(await rowTotals(rows)).toEqual([11.16, 24.8, 6.2]);
    account
      .data('campaigns')
      .update(id, { percentageOffIncludedProducts: '', percentageOffExcludedProducts: '' });
    account.data('campaigns').update(id, { excludedProducts: '603' });
    expect(await rowTotals(rows)).toEqual([11.16, 22.32, 6.2]);
  });

  it('is not more than the sale', async () => {
    const { price, promote } = await cartAsker();
    await promote({ purchaseTotalValue: 1, sumOffEntirePurchase: 100 });
    expect(await price([{ productID: 601 }])).toMatchObject({ total: 0, rows: [{ discount: 100 }] });
  });
});

describe('what gets nothing', () => {
  it('is a gift card, which may bring a promotion about all the same', async () => {
    const { account, rowTotals, promote } = await cartAsker();
    account.data('products').update(602, { isGiftCard: 1 });
    await promote({
      purchasedAmount: 1,
      purchasedProducts: 602,
      awardedProducts: 601,
      awardedAmount: 1,
      percentageOFF: 50,
    });
    await promote({ purchaseTotalValue: 30, percentageOffEntirePurchase: 10 });
    expect(await rowTotals([{ productID: 601 }, { productID: 602 }])).toEqual([5.58, 24.8]);
  });

  it('is a row of 5000 pieces: no promotion on products, but price lists and those on the sale', async () => {
    const { account, rowTotals, promote } = await cartAsker();
    account.data('products').update(602, { price: 1, vatrateID: 5 });
    await promote({ ...halfOff602, purchasedAmount: 2 });
    expect(await rowTotals([{ productID: 602, amount: 4999 }])).toEqual([2499.5]);
    expect(await rowTotals([{ productID: 602, amount: 5000 }])).toEqual([5000]);
    expect(
      await rowTotals([
        { productID: 602, amount: 5000 },
        { productID: 602, amount: 1 },
      ]),
    ).toEqual([5000, 1]);
    await promote(tenOff);
    expect(await rowTotals([{ productID: 602, amount: 5000 }])).toEqual([4500]);
  });
});
