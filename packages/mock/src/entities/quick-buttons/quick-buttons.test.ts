import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

const list = (mock: ReturnType<typeof frozenMock>, warehouseID: number) =>
  mock
    .account('100001')
    .data('posQuickButtons')
    .list()
    .filter((button) => button.warehouseID === warehouseID)
    .map((button) => button.productID);

describe('quick buttons', () => {
  it('of a location swap positions, and those of the account stay', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const answer = await call('switchPosStoreQuickButton', { productID1: 1, productID2: 3, warehouseID: 2 });
    expect(answer.records).toEqual([{ isSuccessful: true }]);
    expect(list(mock, 2)).toEqual([3, 2, 1, 4, 5, 6, 7, 8]);
    expect(list(mock, 0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('of the account swap positions, services too', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.account('100001').data('posQuickButtons').update(8, { productID: 0, serviceID: 5 });
    expect(
      (await call('switchPosGlobalQuickButton', { serviceID1: 5, productID2: 1 })).status.errorCode,
    ).toBe(0);
    expect(list(mock, 0)).toEqual([0, 2, 3, 4, 5, 6, 7, 1]);
  });

  it.each([
    [{ productID1: 1, productID2: 2, warehouseID: 1 }, 1189, undefined],
    [{ productID1: 1, productID2: 2, warehouseID: 99 }, 1011, 'warehouseID'],
    [{ productID1: 1, productID2: 1, warehouseID: 2 }, 1013, undefined],
    [{ productID2: 1, warehouseID: 2 }, 1010, 'productID1'],
    [{ productID1: 1, warehouseID: 2 }, 1010, 'productID2'],
    [{ productID1: 1, productID2: 99, warehouseID: 2 }, 1011, 'productID2'],
    [{ serviceID1: 1, productID2: 1, warehouseID: 2 }, 1011, 'serviceID1'],
  ])('are refused as %o', async (fields, errorCode, errorField) => {
    const { call } = await loggedIn(frozenMock());
    const { status } = await call('switchPosStoreQuickButton', fields as never);
    expect([status.errorCode, status.errorField ?? undefined]).toEqual([errorCode, errorField]);
  });

  it('are of a product or of a service, not of both', async () => {
    const { call } = await loggedIn(frozenMock());
    const both = { productID1: 1, serviceID1: 1, productID2: 2 };
    expect((await call('switchPosGlobalQuickButton', both)).status.errorCode).toBe(1013);
  });
});
