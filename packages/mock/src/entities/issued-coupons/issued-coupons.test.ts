import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

const day = (days: number) => new Date((start + days * 86_400) * 1000).toISOString().slice(0, 10);

async function asker(mock = frozenMock()) {
  const account = mock.account('100001');
  let session = await loggedIn(mock);
  const { bulk } = session;
  const call = (request: string, fields: Fields = {}) => session.call(request, fields);
  const passDay = async () => {
    mock.clock.advance('1d');
    session = await loggedIn(mock);
  };
  const find = async (fields: Fields = {}): Promise<any[]> =>
    (await call('getIssuedCoupons', { recordsOnPage: 100, ...fields })).records;
  const issue = async (fields: Fields = {}): Promise<any> =>
    (await call('saveIssuedCoupon', { couponID: 1, ...fields })).records[0];
  const refusal = async (request: string, fields: Fields = {}) => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  const pointsOf = async (customerID: number) =>
    (await call('getCustomerRewardPoints', { customerID })).records?.[0].points as number;
  return { account, call, passDay, bulk, find, issue, refusal, pointsOf };
}

describe('saveIssuedCoupon', () => {
  it('issues a coupon with what its rule says, and answers what a register prints', async () => {
    const { issue, find } = await asker();
    const place = { customerID: 1003, warehouseID: 2, employeeID: 1 };
    const coupon = await issue({ uniqueIdentifier: '123', ...place, expiryDate: day(1) });
    expect(coupon).toEqual({
      ...{ issuedCouponID: 25, couponID: 1, couponCode: 'FIVEOFF', couponName: 'Five Off' },
      ...{ couponDescription: 'Five off your next purchase', uniqueIdentifier: '123' },
      printingCostInRewardPoints: 0,
    });
    expect(await find({ uniqueIdentifier: '123' })).toMatchObject([
      {
        ...{ issuedCouponID: 25, couponCode: 'FIVEOFF', campaignName: 'Five Off With Coupon' },
        ...{
          issuedTimestamp: start,
          issuedCustomerID: 1003,
          issuedWarehouseID: 2,
          issuedWarehouseCode: 'W02',
        },
        ...{ issuedEmployeeID: 1, expiryDate: day(1), status: 'ACTIVE', redeemedTimestamp: 0 },
        ...{ issuedInvoiceID: 0, issuedInvoiceNo: '', added: start, lastModified: 0 },
      },
    ]);
  });

  it('makes an identifier of register, rule, counter and four digits, the same for the same seed', async () => {
    const issueThree = async () => {
      const { account, issue } = await asker();
      account.data('pointsOfSale').insert({ pointOfSaleID: 417, name: 'New', warehouseID: 1 });
      const identifiers: string[] = [];
      for (const pointOfSaleID of [1, 1, 417])
        identifiers.push((await issue({ pointOfSaleID })).uniqueIdentifier);
      return identifiers;
    };
    const identifiers = await issueThree();
    expect(identifiers.map((identifier) => identifier.slice(0, -4))).toEqual([
      ...['100010000025', '100010000026', '41700010000001'],
    ]);
    for (const identifier of identifiers) expect(identifier).toMatch(/^\d{16,18}$/);
    expect(await issueThree()).toEqual(identifiers);
    const otherSeed = await asker(frozenMock({ seed: 2 }));
    expect((await otherSeed.issue({ pointOfSaleID: 1 })).uniqueIdentifier).not.toBe(identifiers[0]);
  });

  it('counts on from the last coupon of the register, past what is taken', async () => {
    const { account, call, issue } = await asker();
    const registers = account.data('pointsOfSale');
    const counted = async (pointOfSaleID: number) =>
      (await call('getPointsOfSale', { pointOfSaleID })).records?.[0].lastCouponNo;
    expect([await counted(1), await counted(2)]).toEqual([24, 0]);
    registers.update(2, { lastCouponNo: 99 });
    const { uniqueIdentifier } = await issue({ pointOfSaleID: 2 });
    expect([uniqueIdentifier.slice(0, -4), await counted(2)]).toEqual(['200010000100', 100]);
    await issue({ pointOfSaleID: 2, uniqueIdentifier: '5' });
    expect(await counted(2)).toBe(100);
    const identifiers = new Set<string>();
    for (let times = 0; times < 20; times += 1) {
      registers.update(2, { lastCouponNo: 99 });
      identifiers.add((await issue({ pointOfSaleID: 2 })).uniqueIdentifier);
    }
    expect(identifiers.size).toBe(20);
  });

  it('takes the cost from the customer at once, unless it is told not to', async () => {
    const { call, issue, pointsOf } = await asker();
    const before = await pointsOf(1003);
    const { issuedCouponID } = await issue({
      couponID: 2,
      uniqueIdentifier: '1',
      customerID: 1003,
      warehouseID: 1,
    });
    expect(await pointsOf(1003)).toBe(before - 50);
    const { records } = await call('getUsedRewardPointRecords', { customerID: 1003 });
    expect(records.at(-1)).toMatchObject({
      ...{ usedPoints: 50, issuedCouponID, warehouseID: 1, createdUnixTime: start },
    });
    await issue({ couponID: 2, uniqueIdentifier: '2', customerID: 1003, doNotSubtractRewardPoints: 1 });
    await issue({ couponID: 1, uniqueIdentifier: '3', customerID: 1003 });
    await call('saveIssuedCoupon', { issuedCouponID, isPrintedAutomatically: 1 });
    expect(await pointsOf(1003)).toBe(before - 50);
  });

  it.each([{ customerID: 1001 }, {}])(
    'issues nothing and takes nothing where there are too few points: %o',
    async (customer) => {
      const { call, find, refusal } = await asker();
      const used = async () => (await call('getUsedRewardPointRecords')).status.recordsTotal;
      const [before, usedBefore] = [(await find()).length, await used()];
      const coupon = { couponID: 2, uniqueIdentifier: '1', ...customer };
      expect((await refusal('saveIssuedCoupon', coupon))[0]).toBe(1042);
      expect([(await find()).length, await used()]).toEqual([before, usedBefore]);
    },
  );

  it('takes nothing in an account without reward points', async () => {
    const mock = frozenMock();
    mock.account('100001').setConfig({ modules: { rewardPoints: false } });
    const { refusal } = await asker(mock);
    expect(await refusal('saveIssuedCoupon', { couponID: 2, uniqueIdentifier: '1' })).toEqual([0, undefined]);
  });

  it('corrects the use of a coupon that was used, and of no other', async () => {
    const { call, find } = await asker();
    const use = { redeemedCustomerID: 1003, redeemedTimestamp: start, redeemedWarehouseID: 2 };
    await call('saveIssuedCoupon', { couponID: 1, uniqueIdentifier: '1', ...use });
    await call('saveIssuedCoupon', { issuedCouponID: 1, ...use });
    await call('saveIssuedCoupon', { issuedCouponID: 3, ...use });
    const unused = { redeemedCustomerID: 0, redeemedTimestamp: 0, redeemedWarehouseID: 0, status: 'ACTIVE' };
    const coupons = await find({ recordsOnPage: 100 });
    const byID = (id: number) => coupons.find(({ issuedCouponID }) => issuedCouponID === id);
    expect(byID(25)).toMatchObject(unused);
    expect(byID(1)).toMatchObject(unused);
    expect(byID(3)).toMatchObject({ ...use, status: 'REDEEMED', redeemedWarehouseCode: 'W02' });
    const [{ uniqueIdentifier }] = coupons;
    await call('saveIssuedCoupon', { issuedCouponID: 3, redeemedTimestamp: 0, uniqueIdentifier: '' });
    await call('saveIssuedCoupon', { issuedCouponID: 1, uniqueIdentifier });
    expect((await find()).find(({ issuedCouponID }) => issuedCouponID === 3)).toMatchObject({
      ...{ redeemedTimestamp: start, uniqueIdentifier: byID(3).uniqueIdentifier },
    });
  });

  it.each([
    [{ uniqueIdentifier: '1' }, 1010, 'couponID'],
    [{ couponID: 1 }, 1010, 'uniqueIdentifier'],
    [{ couponID: 1, uniqueIdentifier: '' }, 1010, 'uniqueIdentifier'],
    [{ couponID: 99, uniqueIdentifier: '1' }, 1011, 'couponID'],
    [{ couponID: 1, uniqueIdentifier: '1', customerID: 5 }, 1011, 'customerID'],
    [{ couponID: 1, uniqueIdentifier: '1', issuedCustomerID: 5 }, 1011, 'issuedCustomerID'],
    [{ couponID: 1, pointOfSaleID: 417 }, 1011, 'pointOfSaleID'],
    [{ couponID: 1, uniqueIdentifier: '1', invoiceID: 99_999 }, 1011, 'invoiceID'],
    [{ couponID: 1, uniqueIdentifier: '1', issuedInvoiceID: 99_999 }, 1011, 'issuedInvoiceID'],
    [{ issuedCouponID: 3, redeemedInvoiceID: 99_999 }, 1011, 'redeemedInvoiceID'],
    [{ couponID: 1, uniqueIdentifier: '1', employeeID: 99 }, 1011, 'employeeID'],
    [{ couponID: 1, uniqueIdentifier: '1', issuedEmployeeID: 99 }, 1011, 'issuedEmployeeID'],
    [{ issuedCouponID: 3, redeemedPointOfSaleID: 417 }, 1011, 'redeemedPointOfSaleID'],
    [{ issuedCouponID: 3, redeemedEmployeeID: 99 }, 1011, 'redeemedEmployeeID'],
    [{ couponID: 1, uniqueIdentifier: '1000100000017919' }, 1012, 'uniqueIdentifier'],
    [{ issuedCouponID: 2, uniqueIdentifier: '1000100000017919' }, 1012, 'uniqueIdentifier'],
    [{ issuedCouponID: 99 }, 1011, 'issuedCouponID'],
    [{ couponID: 1, uniqueIdentifier: '1', invoiceID: 'CURRENT_INVOICE_ID' }, 1014, 'invoiceID'],
  ])('refuses %o', async (fields, errorCode, errorField) => {
    const { refusal } = await asker();
    expect(await refusal('saveIssuedCoupon', fields as never)).toEqual([errorCode, errorField]);
  });
});

describe('getRedeemedCoupons', () => {
  it('lists the coupons that were used and no others, in pages, by when they were edited', async () => {
    const { call, find } = await asker();
    const used = (await find({ status: 'REDEEMED' })).map(({ issuedCouponID }) => issuedCouponID);
    const list = async (fields: Fields = {}) => {
      const { status, records } = await call('getRedeemedCoupons', fields);
      return [status.recordsTotal, records.map((coupon: any) => coupon.issuedCouponID)];
    };
    expect(await list()).toEqual([8, used]);
    expect(await list({ recordsOnPage: 3, pageNo: 2 })).toEqual([8, used.slice(3, 6)]);
    const [{ uniqueIdentifier }] = await find({ status: 'ACTIVE' });
    expect(await list({ uniqueIdentifier })).toEqual([0, []]);
    await call('redeemIssuedCoupon', { uniqueIdentifier });
    expect(await list({ changedSince: start })).toEqual([1, [1]]);
  });
});

describe('an issued coupon', () => {
  it('is verified, used once, and shows its use', async () => {
    const { call, find, issue, refusal } = await asker();
    await issue({ uniqueIdentifier: '7' });
    const verified = await call('verifyIssuedCoupon', { uniqueIdentifier: '7' });
    expect(verified.records).toEqual([
      {
        ...{ issuedCouponID: 25, couponID: 1, uniqueIdentifier: '7' },
        ...{ campaignName: 'Five Off With Coupon', expiryDate: '' },
      },
    ]);
    const use = { uniqueIdentifier: '7', customerID: 1003, warehouseID: 2, pointOfSaleID: 3, employeeID: 1 };
    const redeemed = await call('redeemIssuedCoupon', use);
    expect(redeemed.records).toEqual([{ issuedCouponID: 25, couponID: 1, uniqueIdentifier: '7' }]);
    expect(await refusal('redeemIssuedCoupon', use)).toEqual([1041, 'uniqueIdentifier']);
    expect(await refusal('verifyIssuedCoupon', { uniqueIdentifier: '7' })).toEqual([
      1041,
      'uniqueIdentifier',
    ]);
    const shown = { customerID: 1003, warehouseID: 2, pointOfSaleID: 3, employeeID: 1 };
    expect(await find({ redeemedTimestampFrom: start })).toMatchObject([
      { status: 'REDEEMED', redeemedTimestamp: start, redeemedWarehouseCode: 'W02', lastModified: start },
    ]);
    const list = await call('getRedeemedCoupons', { uniqueIdentifier: '7' });
    expect(list.records).toEqual([
      {
        ...{
          issuedCouponID: 25,
          couponID: 1,
          couponCode: 'FIVEOFF',
          uniqueIdentifier: '7',
          timestamp: start,
        },
        ...{ invoiceID: 0, invoiceNo: '', ...shown, warehouseCode: 'W02', added: start, lastModified: start },
      },
    ]);
  });

  it.each(['customerID', 'warehouseID', 'pointOfSaleID', 'employeeID'])(
    'is not used with an unknown %s',
    async (name) => {
      const { find, refusal } = await asker();
      const [{ uniqueIdentifier }] = await find({ status: 'ACTIVE' });
      expect(await refusal('redeemIssuedCoupon', { uniqueIdentifier, [name]: 999 })).toEqual([1011, name]);
      expect(await find({ uniqueIdentifier })).toMatchObject([{ status: 'ACTIVE' }]);
    },
  );

  it('expires after its last day by the clock, unless it was used', async () => {
    const { passDay, find, issue, refusal, call } = await asker();
    await issue({ uniqueIdentifier: '7', expiryDate: day(0) });
    await issue({ uniqueIdentifier: '8', expiryDate: day(0) });
    await call('redeemIssuedCoupon', { uniqueIdentifier: '8' });
    const statuses = async () =>
      (await find({ uniqueIdentifier: '7,8' })).map(({ status }: { status: string }) => status);
    expect(await statuses()).toEqual(['ACTIVE', 'REDEEMED']);
    expect(await refusal('verifyIssuedCoupon', { uniqueIdentifier: '7' })).toEqual([0, undefined]);
    await passDay();
    expect(await statuses()).toEqual(['EXPIRED', 'REDEEMED']);
    expect(await refusal('verifyIssuedCoupon', { uniqueIdentifier: '7' })).toEqual([
      1045,
      'uniqueIdentifier',
    ]);
    expect(await refusal('redeemIssuedCoupon', { uniqueIdentifier: '7' })).toEqual([
      1045,
      'uniqueIdentifier',
    ]);
    expect(await find({ uniqueIdentifier: '7', status: 'EXPIRED' })).toHaveLength(1);
    expect(await find({ uniqueIdentifier: '7', status: 'ACTIVE' })).toEqual([]);
  });

  it.each(['redeemIssuedCoupon', 'verifyIssuedCoupon'])(
    'that was never issued: %s refuses it',
    async (name) => {
      const { refusal } = await asker();
      expect(await refusal(name, { uniqueIdentifier: '0' })).toEqual([1040, 'uniqueIdentifier']);
      expect(await refusal(name)).toEqual([1010, 'uniqueIdentifier']);
    },
  );

  it('is found by all that is known of it', async () => {
    const { find } = await asker();
    const all = await find();
    const [first, , third] = all;
    const expected = (test: (coupon: any) => boolean) => all.filter(test);
    const at = first.issuedTimestamp + 30 * 86_400;
    expect(await find({ issuedTimestampFrom: at })).toEqual(expected((c) => c.issuedTimestamp >= at));
    expect(await find({ issuedTimestampTo: at })).toEqual(expected((c) => c.issuedTimestamp <= at));
    expect(await find({ redeemedTimestampTo: third.redeemedTimestamp })).toEqual([third]);
    expect(await find({ issuedCustomerID: 1003 })).toEqual([first]);
    expect(await find({ issuedCustomerIDs: '1003,1005' })).toEqual([first, third]);
    expect(await find({ redeemedCustomerIDs: '1003,1005' })).toEqual([third]);
    expect(await find({ couponIDs: '2' })).toEqual(expected((c) => c.couponID === 2));
    expect(await find({ redeemedInvoiceIDs: '5' })).toEqual([]);
    expect(await find({ status: 'REDEEMED' })).toEqual(expected((c) => c.redeemedTimestamp > 0));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['ACTIVE', 'REDEEMED', 'EXPIRED']));
    expect(first.issuedCustomerCardNumber).toMatch(/^9/);
  });
});
