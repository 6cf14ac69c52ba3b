import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

async function asker(mock = frozenMock()) {
  let session = await loggedIn(mock);
  const call = (request: string, fields: Fields = {}) => session.call(request, fields);
  const passDay = async () => {
    mock.clock.advance('1d');
    session = await loggedIn(mock);
  };
  const find = async (fields: Fields = {}): Promise<any[]> =>
    (await call('getCampaigns', { recordsOnPage: 100, ...fields })).records;
  const idsOf = async (fields: Fields = {}) => (await find(fields)).map(({ campaignID }) => campaignID);
  return { mock, call, passDay, find, idsOf };
}

/** The day that is so many days after `start`. */
const day = (days: number) => new Date((start + days * 86_400) * 1000).toISOString().slice(0, 10);

describe('a promotion', () => {
  it('is made, edited by what is named, and deleted, which the operations log shows', async () => {
    const { mock, call, find } = await asker();
    const made = {
      ...{ name: 'Ünï "x"', type: 'manual', startDate: '2026-01-01', startTime: '08:00:00' },
      ...{ purchasedAmount: 2, percentageOFF: 12.5, awardedAmount: 1 },
    };
    const lists = { purchasedProducts: '1,2', awardedProductGroupIDs: '3' };
    const saved = await call('saveCampaign', { ...made, ...lists, subsidyValue: 1.5 });
    expect(saved.records).toEqual([{ campaignID: 9, nonExistentStoreRegionIDs: '' }]);
    const [campaign] = await find({ campaignID: 9 });
    expect(campaign).toMatchObject({
      ...{ ...made, ...lists, enabled: 1, endDate: '', added: start, lastModified: 0 },
      ...{ subsidy: 1.5, subsidyValue: 1.5, requiredCouponID: 0, requiredCouponCode: '' },
    });
    mock.clock.advance(60);
    await call('saveCampaign', { campaignID: 9, enabled: 0 });
    expect(await find({ campaignID: 9 })).toEqual([{ ...campaign, enabled: 0, lastModified: start + 60 }]);
    expect((await call('deleteCampaign', { campaignID: 9 })).records).toEqual([]);
    expect(await find({ campaignID: 9 })).toEqual([]);
    const log = await call('getUserOperationsLog', { tableName: 'campaigns', addedFrom: start });
    expect(log.records).toMatchObject([{ tableName: 'campaigns', itemID: 9, operation: 'delete' }]);
    expect((await call('deleteCampaign', { campaignID: 9 })).status).toMatchObject({ errorCode: 1011 });
  });

  it('keeps the store regions that exist, and reports the others', async () => {
    const { mock, call, find } = await asker();
    mock.account('100001').data('warehouses').update(2, { storeRegionID: 7 });
    const fields = { purchaseTotalValue: 1, sumOffEntirePurchase: 1, storeRegionIDs: '7,8,9' };
    const { records } = await call('saveCampaign', fields);
    expect(records).toEqual([{ campaignID: 9, nonExistentStoreRegionIDs: '8,9' }]);
    expect(await find({ campaignID: 9 })).toMatchObject([{ storeRegions: '7' }]);
    expect((await find({ storeRegionIDs: '7,1' })).map(({ campaignID }) => campaignID)).toEqual([9]);
  });

  it('takes a reason for promotions', async () => {
    const { mock, call } = await asker();
    const reasonCodes = mock.account('100001').data('reasonCodes');
    const reasonID = reasonCodes.insert({ name: 'Season', purpose: 'PROMOTION' });
    expect((await call('saveCampaign', { campaignID: 1, reasonID })).status.errorCode).toBe(0);
  });

  it('shows the coupon that leads to it', async () => {
    const { call, find } = await asker();
    expect(await find({ campaignID: 4 })).toMatchObject([
      { requiredCouponID: 1, requiredCouponCode: 'FIVEOFF' },
    ]);
    await call('saveCoupon', { couponID: 1, code: 'OTHER' });
    expect(await find({ campaignID: 4 })).toMatchObject([{ requiredCouponCode: 'OTHER' }]);
    await call('deleteCoupon', { couponID: 1 });
    expect(await find({ campaignID: 4 })).toMatchObject([
      { requiredCouponID: 2, requiredCouponCode: 'POINTS5' },
    ]);
  });

  it('has its names in other languages', async () => {
    const { call, find } = await asker();
    await call('saveConfParameter', { name: 'langs', value: 'eng,est' });
    await call('saveCampaign', { campaignID: 1, nameEST: 'Kümme protsenti' });
    const names = async (lang: string) => (await find({ campaignID: 1, lang }))[0].name;
    expect([await names('eng'), await names('est')]).toEqual(['Ten Percent From 50', 'Kümme protsenti']);
  });
});

describe('getCampaigns', () => {
  it('finds promotions by what they are', async () => {
    const { idsOf } = await asker();
    expect(await idsOf()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await idsOf({ campaignIDs: '2,5,99' })).toEqual([2, 5]);
    expect(await idsOf({ name: 'buy' })).toEqual([2]);
    expect(await idsOf({ name: 'two' })).toEqual([]);
    expect(await idsOf({ type: 'coupon' })).toEqual([4]);
    expect(await idsOf({ enabled: 0 })).toEqual([6]);
    expect(await idsOf({ customerGroupIDs: '2,3' })).toEqual([8]);
    expect(await idsOf({ customerGroupIDs: '3' })).toEqual([]);
    expect(await idsOf({ startDateFrom: '2025-01-01' })).toEqual([5]);
    expect(await idsOf({ endDateTo: '2025-02-01' })).toEqual([]);
  });

  it('finds those of a location and those of all, whatever their lists of locations and regions', async () => {
    const { mock, call, idsOf } = await asker();
    mock.account('100001').data('warehouses').update(2, { storeGroups: 'North, South' });
    const make = (fields: Fields) =>
      call('saveCampaign', { purchaseTotalValue: 1, sumOffEntirePurchase: 1, ...fields });
    await make({ warehouseID: 2 });
    await make({ storeGroup: 'South' });
    await make({ storeGroup: 'West' });
    await make({ warehouseIDs: '3' });
    expect(await idsOf({ warehouseID: 2 })).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 12]);
    expect(await idsOf({ warehouseID: 1 })).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 12]);
  });

  it('finds those that are active today, by the day of the clock', async () => {
    const { passDay, call, idsOf } = await asker();
    const make = (fields: Fields) =>
      call('saveCampaign', { name: 'Dated', purchaseTotalValue: 1, sumOffEntirePurchase: 1, ...fields });
    await make({ startDate: day(0), endDate: day(0) });
    await make({ startDate: day(1) });
    await make({ endDate: day(-1) });
    await make({ endDate: day(1), enabled: 0 });
    const active = () => idsOf({ name: 'Dated', activeToday: 1 });
    expect(await active()).toEqual([9]);
    await passDay();
    expect(await active()).toEqual([10]);
    expect(await idsOf({ name: 'Dated', activeToday: 0 })).toEqual([9, 10, 11, 12]);
  });

  it('is not there without the module of promotions, as the other calls of promotions and coupons', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.account('100001').setConfig({ modules: { promotions: false } });
    const names = [
      ...['getCampaigns', 'saveCampaign', 'deleteCampaign', 'getCoupons', 'saveCoupon', 'deleteCoupon'],
      ...['getIssuedCoupons', 'saveIssuedCoupon', 'verifyIssuedCoupon', 'redeemIssuedCoupon'],
      'getRedeemedCoupons',
    ];
    for (const name of names) expect([name, (await call(name)).status.errorCode]).toEqual([name, 1006]);
  });
});
