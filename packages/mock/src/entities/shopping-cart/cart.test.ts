import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from '../../../test/ask.ts';
import { cartAsker } from '../../../test/shopping-cart/cart-asker.ts';

const day = (days: number) => new Date((start + days * 86_400) * 1000).toISOString().slice(0, 10);

describe('a row of a cart', () => {
  it('has the prices step by step, in wire types, and what made them as flat fields', async () => {
    const { account, price, promote } = await cartAsker();
    account.data('products').update(601, { price: 8.1667, vatrateID: 4 });
    account.data('vatRates').update(4, { rate: 20 });
    const promotionID = await promote({ purchaseTotalValue: 1, percentageOffEntirePurchase: 10 });
    const cart = await price([{ productID: 601, amount: 2 }]);
    expect(cart).toEqual({
      rows: [
        {
          ...{ rowNumber: 1, productID: '601', amount: '2', vatrateID: 4, vatRate: '20' },
          ...{ originalPrice: 8.1667, originalPriceWithVAT: 9.8, manualDiscountPrice: 8.1667 },
          ...{ manualDiscountPriceWithVAT: 9.8, manualDiscountReasonCodeID: 0, promotionPrice: 7.35 },
          ...{ promotionPriceWithVAT: 8.82, promotionDiscount: 10, originalDiscount: 0, manualDiscount: 0 },
          ...{ discount: 10, finalPrice: 7.35, finalPriceWithVAT: 8.82 },
          ...{ rowNetTotal: 14.7, rowVAT: 2.94, rowTotal: 17.64, priceBasedTaxThreshold: null },
          ...{ priceBasedTaxRate: null, nonDiscountable: 0, promotionRule1promotionID1: promotionID },
          ...{ promotionRule1priceListID1: 0, promotionRule1name1: 'P', promotionRule1amount1: 2 },
          promotionRule1totalDiscount1: 1.96,
        },
      ],
      ...{ netTotal: 14.7, vatTotal: 2.94, rounding: 0, total: 17.64, usedCouponIdentifiers: '' },
      ...{ appliedPromotions: [{ promotionID, count: 1, rewardPoints: 0 }], automaticCoupons: '' },
      printAutomaticCoupons: [],
    });
  });

  it('begins with the price list, then the discount by hand, then promotions, which multiply', async () => {
    const { account, price, promote } = await cartAsker();
    account.data('priceLists').insert({ pricelistID: 77, name: 'Low', active: 1, type: 'BASE_PRICE_LIST' });
    account.data('pricelistProducts').insert({ priceListID: 77, productID: 602, price: 10 });
    account.data('warehouses').update(1, { pricelistID: 77 });
    const promotionID = await promote({ purchaseTotalValue: 1, percentageOffEntirePurchase: 10 });
    const [row] = (await price([{ productID: 602, manualDiscount: 10 }], { warehouseID: 1 })).rows;
    expect(row).toMatchObject({
      ...{ originalPrice: 10, manualDiscountPriceWithVAT: 11.16, promotionPriceWithVAT: 10.04 },
      ...{ manualDiscount: 10, originalDiscount: 10, promotionDiscount: 10, discount: 19 },
      ...{ promotionRule1priceListID1: 77, promotionRule1name1: 'Low', promotionRule1totalDiscount1: 12.4 },
      ...{ promotionRule2promotionID1: 0, promotionRule2priceListID1: 0, promotionRule2totalDiscount1: 1.24 },
      ...{ promotionRule3promotionID1: promotionID, promotionRule3totalDiscount1: 1.12, rowTotal: 10.04 },
    });
  });

  it('takes a price that is sent as it is, and the reason of a discount back', async () => {
    const { price } = await cartAsker();
    const [row] = (
      await price([{ productID: 602, price: 7.12345, manualDiscount: 50 }], {
        manualDiscountReasonCodeID1: 3,
      })
    ).rows;
    expect(row).toMatchObject({ originalPrice: 7.1235, manualDiscountReasonCodeID: 3, rowTotal: 4.42 });
  });

  it('gives goods that come back for what they cost, and no promotion on them', async () => {
    const { price, promote } = await cartAsker();
    await promote({ purchaseTotalValue: 1, percentageOffEntirePurchase: 10 });
    const cart = await price([{ productID: 601, amount: -2 }, { productID: 603 }]);
    expect(cart.rows.map((row: any) => row.rowTotal)).toEqual([-24.8, 5.58]);
    expect(cart.total).toBe(-19.22);
  });
});

describe('price lists of a cart', () => {
  async function shop() {
    const asker = await cartAsker();
    const list = (id: number, price: number, more: object = {}) => {
      const fields = { pricelistID: id, name: `L${id}`, active: 1, type: 'BASE_PRICE_LIST', ...more };
      asker.account.data('priceLists').insert(fields);
      asker.account.data('pricelistProducts').insert({ priceListID: id, productID: 601, price });
    };
    list(70, 9);
    list(71, 8);
    list(72, 7, { startDate: day(5), endDate: day(6) });
    const original = async (fields: Record<string, string | number> = {}, amount = 1) =>
      (await asker.price([{ productID: 601, amount }], fields)).rows[0].originalPrice;
    return { ...asker, original };
  }

  it('are those of the location and the customer, of which the last one counts, or only the one named', async () => {
    const { account, original } = await shop();
    account.data('warehouses').update(2, { pricelistID: 70 });
    account.data('customers').update(1001, { priceListID: 71 });
    expect(await original()).toBe(10);
    expect(await original({ warehouseID: 2 })).toBe(9);
    expect(await original({ warehouseID: 2, customerID: 1001 })).toBe(8);
    expect(await original({ warehouseID: 2, customerID: 1001, pricelistID: 70 })).toBe(9);
  });

  it('are those in force on the day of the sale', async () => {
    const { original } = await shop();
    expect(await original({ pricelistID: 72 })).toBe(10);
    expect(await original({ pricelistID: 72, date: day(5) })).toBe(7);
  });

  it('know prices for an amount', async () => {
    const { account, original } = await shop();
    account.data('pricelistProducts').insert({ priceListID: 70, productID: 601, price: 6, amount: 10 });
    expect(await original({ pricelistID: 70 }, 9)).toBe(9);
    expect(await original({ pricelistID: 70 }, 10)).toBe(6);
  });

  it('are in the currency of the cart, while a price that is sent is in it already', async () => {
    const { original, price } = await shop();
    expect(await original({ pricelistID: 70, currencyRate: 0.9 })).toBe(10);
    const [row] = (await price([{ productID: 601, price: 3 }], { currencyRate: 0.9 })).rows;
    expect(row.originalPrice).toBe(3);
  });
});

describe('taxes of a cart', () => {
  const taxes = async (
    fields: Record<string, string | number>,
    change: (account: any) => void = () => undefined,
  ) => {
    const { account, price } = await cartAsker();
    change(account);
    const [row] = (await price([{ productID: 601 }], fields)).rows;
    return [row.vatrateID, row.vatRate, row.rowTotal];
  };

  it('are those of the card, of the group at the location, or of the register', async () => {
    expect(await taxes({})).toEqual([1, '24', 12.4]);
    const atLocation = (account: any) =>
      account.data('productGroups').update(1, { vatrates: [{ warehouseID: 2, vatrateID: 4 }] });
    expect(await taxes({ warehouseID: 2 }, atLocation)).toEqual([4, '9', 10.9]);
    expect(await taxes({ warehouseID: 1 }, atLocation)).toEqual([1, '24', 12.4]);
    const ofRegister = (account: any) => account.data('pointsOfSale').update(1, { vatrateID: 3 });
    expect(await taxes({ pointOfSaleID: 1 }, ofRegister)).toEqual([3, '13', 11.3]);
  });

  it('are not paid by who is free of them, for what is free of them, and abroad', async () => {
    const free = [5, '0', 10];
    expect(await taxes({ taxExempt: 1 })).toEqual(free);
    expect(await taxes({ euInvoiceType: 'EU' })).toEqual(free);
    expect(await taxes({ euInvoiceType: 'DOMESTIC' })).toEqual([1, '24', 12.4]);
    const exempt = (account: any) => account.data('customers').update(1001, { taxExempt: 1 });
    expect(await taxes({ customerID: 1001 }, exempt)).toEqual(free);
    const taxFree = (account: any) => account.data('products').update(601, { taxFree: 1 });
    expect(await taxes({}, taxFree)).toEqual(free);
  });
});

describe('the totals of a cart', () => {
  it('follow the type, the country and the version of the day', async () => {
    const { account, call, price } = await cartAsker();
    account.data('products').update(601, { price: 7.45, vatrateID: 5 });
    account.data('vatRates').update(5, { rate: 14 });
    const total = async (fields: Record<string, string | number> = {}) =>
      (await price([{ productID: 601, manualDiscount: 10 }], fields)).total;
    expect([await total(), await total({ type: 'INVWAYBILL' })]).toEqual([7.64, 7.65]);
    await call('addInvoiceAlgorithmChange', { date: day(2), version: 3 });
    account.data('products').update(601, { price: 0.75 });
    account.data('vatRates').update(5, { rate: 20 });
    const half = async (date: string) =>
      (await price([{ productID: 601, manualDiscount: 50 }], { type: 'ORDER', date })).total;
    expect([await half(day(1)), await half(day(2))]).toEqual([0.46, 0.46]);
    account.data('confParameters').update(1, { country: 'US' });
    account.data('products').update(601, { price: 7.45 });
    account.data('vatRates').update(5, { rate: 14 });
    expect(await total()).toBe(7.65);
  });

  it('have rows that add up in version 5, unless the switch says otherwise', async () => {
    const { account, price } = await cartAsker();
    account.data('invoiceAlgorithmChanges').insert({ date: '2001-01-01', version: 5 });
    account.data('vatRates').update(1, { rate: 20 });
    const row = { productID: 601, price: 0.12 };
    const taxes = async () => {
      const { rows, vatTotal } = await price([row, row, row], { type: 'ORDER' });
      return [...rows.map(({ rowVAT }: { rowVAT: number }) => rowVAT), vatTotal];
    };
    expect(await taxes()).toEqual([0.03, 0.02, 0.02, 0.07]);
    account.setConfig({ set: { algorithm5Spreading: 'none' } });
    expect(await taxes()).toEqual([0.02, 0.02, 0.02, 0.07]);
  });

  it('are rounded to what the account rounds to', async () => {
    const { account, price } = await cartAsker();
    account.data('confParameters').update(1, { invoice_rounding: 0.05 });
    const cart = await price([{ productID: 603, manualDiscount: 1 }]);
    expect(cart).toMatchObject({ netTotal: 4.95, vatTotal: 1.19, rounding: 0.01, total: 6.15 });
  });
});

describe('what gets no discount', () => {
  it('is a gift card, a product with the mark, and one below a group with it', async () => {
    const { account, price } = await cartAsker();
    account.data('products').update(601, { isGiftCard: 1 });
    account.data('products').update(602, { nonDiscountable: 1 });
    account.data('productGroups').insert({ productGroupID: 901, name: 'Sub', parentGroupID: 1 });
    account.data('products').update(603, { groupID: 901 });
    account.data('productGroups').update(1, { nonDiscountable: 1 });
    const { rows } = await price([
      { productID: 601, manualDiscount: 10 },
      { productID: 602, manualDiscount: 10 },
      { productID: 603, manualDiscount: 10 },
    ]);
    expect(rows.map((row: any) => [row.nonDiscountable, row.manualDiscount])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });
});

describe('a cart is refused', () => {
  it('without a product or an amount, and with what there is not', async () => {
    const { refusal } = await cartAsker();
    expect(await refusal([])).toEqual([1010, 'productID1']);
    expect(await refusal([], { productID1: 601 })).toEqual([1010, 'amount1']);
    expect(await refusal([], { amount1: 1 })).toEqual([1010, 'productID1']);
    expect(await refusal([{ productID: 601 }, { productID: 9999 }])).toEqual([1011, 'productID2']);
    for (const input of ['documentID', 'warehouseID', 'pointOfSaleID', 'pricelistID', 'customerID'])
      expect(await refusal([{ productID: 601 }], { [input]: 987_654 })).toEqual([1011, input]);
    const manualPromotionIDs = '987654';
    expect(await refusal([{ productID: 601 }], { manualPromotionIDs })).toEqual([1011, 'manualPromotionIDs']);
  });

  it('when the register is at another location', async () => {
    const { account, refusal } = await cartAsker();
    account.data('pointsOfSale').update(1, { warehouseID: 1 });
    const fields = { warehouseID: 2, pointOfSaleID: 1 };
    expect(await refusal([{ productID: 601 }], fields)).toEqual([1013, 'pointOfSaleID']);
    expect(await refusal([{ productID: 601 }], { warehouseID: 1, pointOfSaleID: 1 })).toEqual([0, undefined]);
  });

  it('with a coupon that nobody has issued, that was used, or that has run out', async () => {
    const { call, refusal } = await cartAsker();
    await call('saveIssuedCoupon', { couponID: 1, uniqueIdentifier: '111' });
    await call('redeemIssuedCoupon', { uniqueIdentifier: '111' });
    await call('saveIssuedCoupon', { couponID: 1, uniqueIdentifier: '222', expiryDate: day(-1) });
    const withCoupon = (couponIdentifiers: string) => refusal([{ productID: 601 }], { couponIdentifiers });
    expect(await withCoupon('000')).toEqual([1040, 'couponIdentifiers']);
    expect(await withCoupon('111')).toEqual([1041, 'couponIdentifiers']);
    expect(await withCoupon('222')).toEqual([1045, 'couponIdentifiers']);
  });
});

it('stores nothing', async () => {
  const mock = frozenMock({ documents: 0 });
  const { call } = await loggedIn(mock);
  const before = mock.account('100001').data('issuedCoupons').list();
  await call('calculateShoppingCart', { productID1: 1, amount1: 3, getAutomaticCoupons: 1 });
  expect(mock.account('100001').data('issuedCoupons').list()).toEqual(before);
  expect(mock.account('100001').data('salesDocuments').list()).toEqual([]);
});
