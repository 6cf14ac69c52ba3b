import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from '../../../test/ask.ts';

describe('a coupon rule', () => {
  it('is made, shows its threshold twice, is edited and deleted', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const made = {
      ...{ name: 'A', code: 'A1', description: 'x', issuedFromDate: '2026-01-01', promptCashier: 1 },
      ...{ measure: 'dollars', thresholdType: 'this_sale', printingCostInRewardPoints: 5 },
    };
    const saved = await call('saveCoupon', { ...made, campaignID: 4, warehouseID: 2, threshold: 10.5 });
    expect(saved.records).toEqual([{ couponID: 4 }]);
    const read = async () => (await call('getCoupons', { couponIDs: '4,99' })).records;
    const [rule] = (await read()) ?? [];
    expect(rule).toEqual({
      ...{ couponID: 4, ...made, campaignID: '4', warehouseID: '2', issuedUntilDate: '' },
      ...{ threshold: '10.5', treshold: 10, tresholdType: 'this_sale', printedAutomaticallyInPOS: 0 },
      ...{ added: start, lastModified: 0 },
    });
    mock.clock.advance(60);
    await call('saveCoupon', { couponID: 4, threshold: 0 });
    expect(await read()).toEqual([{ ...rule, threshold: '0', treshold: 0, lastModified: start + 60 }]);
    expect((await call('getCoupons', { changedSince: start })).records).toMatchObject([{ couponID: 4 }]);
    await call('deleteCoupon', { couponID: 4 });
    expect(await read()).toEqual([]);
    const log = await call('getUserOperationsLog', { tableName: 'coupons', addedFrom: start });
    expect(log.records).toMatchObject([{ tableName: 'coupons', itemID: 4 }]);
  });

  it.each([
    [{ couponID: 99 }, 1011, 'couponID'],
    [{ campaignID: 99 }, 1011, 'campaignID'],
    [{ measure: 'euros' }, 1016, 'measure'],
    [{ warehouseID: 1, storeGroup: 'North' }, 1013, 'storeGroup'],
  ])('is refused as %o', async (fields, errorCode, errorField) => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('saveCoupon', fields as never)).status).toMatchObject({ errorCode, errorField });
  });
});
