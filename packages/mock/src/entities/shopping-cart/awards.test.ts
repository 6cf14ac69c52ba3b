import { describe, expect, it } from 'vitest';

import { cartAsker } from '../../../test/shopping-cart/cart-asker.ts';

const halfOff602 = { purchasedAmount: 1, purchasedProducts: 602, percentageOffMatchingItems: 50 };

/** 601 costs 12.40, 602 costs 24.80, 603 costs 6.20. */
describe('buying some to get others', () => {
  const third = { purchasedAmount: 2, purchasedProducts: '601,603', awardedProducts: '601,603' };

  it('may happen many times, and the cheapest are free', async () => {
    const { price, promote } = await cartAsker();
    await promote({ ...third, awardedAmount: 1, percentageOFF: 100, lowestPriceItemIsAwarded: 1 });
    const cart = async (amount: number) => {
      const { rows, appliedPromotions } = await price([
        { productID: 601, amount },
        { productID: 603, amount: 2 },
      ]);
      return [...rows.map((row: any) => row.rowTotal), appliedPromotions[0]?.count];
    };
    expect(await cart(1)).toEqual([12.4, 6.2, 1]);
    expect(await cart(4)).toEqual([49.6, 0, 2]);
  });

  it('awards one, at most so many, or any number', async () => {
    const { account, rowTotals, promote } = await cartAsker();
    const id = await promote({
      ...halfOff602,
      percentageOffMatchingItems: 0,
      percentageOFF: 50,
      awardedProducts: 603,
    });
    const awarded = async (awardedAmount: number, amount = 5) => {
      account.data('campaigns').update(id, { awardedAmount, redemptionLimit: 1 });
      return (await rowTotals([{ productID: 602 }, { productID: 603, amount }]))[1];
    };
    expect([await awarded(1), await awarded(2), await awarded(2, 1), await awarded(0)]).toEqual([
      ...[27.9, 24.8, 3.1, 15.5],
    ]);
  });

  it('is limited by redemptionLimit, by scanned coupons, and by what the cashier says', async () => {
    const { account, call, price, promote } = await cartAsker();
    const bogo = {
      purchasedAmount: 1,
      purchasedProducts: 601,
      awardedProducts: 601,
      awardedAmount: 1,
      percentageOFF: 100,
    };
    const id = await promote(bogo);
    const count = async (fields = {}) =>
      (await price([{ productID: 601, amount: 10 }], fields)).appliedPromotions[0]?.count ?? 0;
    expect(await count()).toBe(5);
    account.data('campaigns').update(id, { redemptionLimit: 3 });
    expect(await count()).toBe(3);
    account.data('campaigns').update(id, { redemptionLimit: 0, type: 'manual' });
    expect([await count(), await count({ manualPromotionIDs: `${id},${id}` })]).toEqual([0, 2]);
    account.data('campaigns').update(id, { type: 'coupon' });
    account.data('coupons').update(1, { campaignID: id });
    for (const uniqueIdentifier of ['1', '2'])
      await call('saveIssuedCoupon', { couponID: 1, uniqueIdentifier });
    const used = await price([{ productID: 601, amount: 3 }], { couponIdentifiers: '1,2' });
    expect([await count({ couponIdentifiers: '1,2' }), used.usedCouponIdentifiers]).toEqual([2, '1']);
  });

  it('takes a sum off each, on one row only when told to', async () => {
    const { account, rowTotals, promote } = await cartAsker();
    const id = await promote({
      purchasedAmount: 1,
      purchasedProducts: 602,
      awardedProducts: '601,603',
      sumOFF: 6.2,
    });
    const rows = [{ productID: 602 }, { productID: 601 }, { productID: 603 }];
    expect(await rowTotals(rows)).toEqual([24.8, 6.2, 0]);
    account.data('campaigns').update(id, { discountForOneLine: 1 });
    expect(await rowTotals(rows)).toEqual([24.8, 6.2, 6.2]);
    account.data('campaigns').update(id, { lowestPriceItemIsAwarded: 1 });
    expect(await rowTotals(rows)).toEqual([24.8, 12.4, 0]);
  });

  it('can be only for what has a discount already', async () => {
    const { rowTotals, promote } = await cartAsker();
    await promote({
      purchasedAmount: 1,
      purchasedProducts: 602,
      awardedProducts: '601',
      percentageOFF: 50,
      onlyForDiscountedItems: 1,
    });
    const rows = [{ productID: 602 }, { productID: 601 }, { productID: 601, manualDiscount: 50 }];
    expect(await rowTotals(rows)).toEqual([24.8, 12.4, 3.1]);
  });

  it('by the total of the sale happens once', async () => {
    const { price, promote } = await cartAsker();
    await promote({ purchaseTotalValue: 20, awardedProducts: 603, awardedAmount: 1, percentageOFF: 100 });
    const cart = await price([
      { productID: 602, amount: 5 },
      { productID: 603, amount: 2 },
    ]);
    expect([cart.rows[1].rowTotal, cart.appliedPromotions[0].count]).toEqual([6.2, 1]);
  });
});

describe('a price for what is bought', () => {
  it('of so many pieces together is as often as there are so many', async () => {
    const { price, promote } = await cartAsker();
    await promote({ purchasedAmount: 3, purchasedProducts: '601,603', specialPrice: 18.6 });
    const cart = await price([{ productID: 601, amount: 7 }]);
    expect([cart.total, cart.appliedPromotions[0].count]).toEqual([49.63, 2]);
    expect((await price([{ productID: 603, amount: 3 }])).appliedPromotions).toEqual([]);
  });

  it('of each piece needs so many, and is on so many at most', async () => {
    const { account, rowTotals, promote } = await cartAsker();
    const id = await promote({ purchasedAmount: 2, purchasedProducts: 601, specialUnitPrice: 10 });
    const total = async (amount: number) => (await rowTotals([{ productID: 601, amount }]))[0];
    expect([await total(1), await total(2), await total(4)]).toEqual([12.4, 20, 40]);
    account.data('campaigns').update(id, { maxItemsWithSpecialUnitPrice: 2 });
    expect(await total(4)).toBe(44.8);
    account.data('campaigns').update(id, { redemptionLimit: 2 });
    expect(await total(5)).toBe(52.4);
  });

  it('less some percent or a sum is on so many at most, the dearest first, if they cost what is asked', async () => {
    const { account, rowTotals, promote } = await cartAsker();
    const id = await promote({
      purchasedAmount: 1,
      purchasedProducts: '601,602,603',
      percentageOffMatchingItems: 50,
    });
    const rows = [{ productID: 601 }, { productID: 602 }, { productID: 603 }];
    expect(await rowTotals(rows)).toEqual([6.2, 12.4, 3.1]);
    account.data('campaigns').update(id, { maximumNumberOfMatchingItems: 2 });
    expect(await rowTotals(rows)).toEqual([6.2, 12.4, 6.2]);
    account.data('campaigns').update(id, { priceAtLeast: 6, priceAtMost: 12.4 });
    expect(await rowTotals(rows)).toEqual([6.2, 24.8, 3.1]);
    account.data('campaigns').update(id, { percentageOffMatchingItems: 0, sumOffMatchingItems: 10 });
    expect(await rowTotals(rows)).toEqual([2.4, 24.8, 0]);
  });

  it('counts products of a group, a category or a brand', async () => {
    const { account, rowTotals, promote } = await cartAsker();
    account.data('products').update(601, { categoryID: 2, brandID: 1 });
    account.data('products').update(603, { groupID: 2 });
    const id = await promote({
      purchasedAmount: 1,
      purchasedProductGroupIDs: '2',
      percentageOffMatchingItems: 50,
    });
    const rows = [{ productID: 601 }, { productID: 603 }];
    expect(await rowTotals(rows)).toEqual([12.4, 3.1]);
    account.data('campaigns').update(id, { purchasedProductGroupIDs: '', purchasedProductCategoryID: 2 });
    expect(await rowTotals(rows)).toEqual([6.2, 6.2]);
    account.data('campaigns').update(id, { purchasedProductCategoryID: 0, purchasedBrandIDs: '1' });
    expect(await rowTotals(rows)).toEqual([6.2, 6.2]);
  });
});

describe('coupons and points', () => {
  it('are used only where they had an effect', async () => {
    const { account, call, price, promote } = await cartAsker();
    const promotionID = await promote({ type: 'coupon', purchaseTotalValue: 20, sumOffEntirePurchase: 5 });
    account.data('coupons').update(1, { campaignID: promotionID });
    for (const uniqueIdentifier of ['11', '12'])
      await call('saveIssuedCoupon', { couponID: 1, uniqueIdentifier });
    const used = async (productID: number) =>
      (await price([{ productID }], { couponIdentifiers: '12,11' })).usedCouponIdentifiers;
    expect([await used(601), await used(602)]).toEqual(['', '12']);
  });

  it('are reported and not taken: points of a promotion, times how often it was applied', async () => {
    const { call, price, promote } = await cartAsker();
    await promote({ rewardPoints: 100, sumOffEntirePurchase: 5, maximumPointsDiscount: 15 });
    const points = async () =>
      (await call('getCustomerRewardPoints', { customerID: 1001 })).records[0].points;
    await call('addCustomerRewardPoints', { customerID: 1001, points: 1000 });
    const before = await points();
    const cart = await price([{ productID: 602 }], { customerID: 1001 });
    expect(cart.appliedPromotions).toMatchObject([{ count: 3, rewardPoints: 100 }]);
    expect([cart.total, await points()]).toEqual([9.8, before]);
    expect((await price([{ productID: 602 }])).appliedPromotions).toEqual([]);
  });

  it('that the register should print are named when they are asked for', async () => {
    const { price } = await cartAsker();
    const printed = async (amount: number, fields = {}) => {
      const cart = await price([{ productID: 602, amount }], { warehouseID: 1, ...fields });
      return [cart.automaticCoupons, cart.printAutomaticCoupons];
    };
    const asked = { getAutomaticCoupons: 1 };
    expect(await printed(5)).toEqual(['', []]);
    expect(await printed(5, asked)).toEqual(['3', [{ couponID: 3, printingCostInRewardPoints: 0 }]]);
    expect(await printed(4, asked)).toEqual(['', []]);
    expect(await printed(5, { ...asked, warehouseID: 2 })).toEqual(['', []]);
  });
});
