import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

async function asker(mock = frozenMock()) {
  const { call } = await loggedIn(mock);
  const account = mock.account('100001');
  const find = async (fields: Fields = {}): Promise<any[]> => (await call('getPointsOfSale', fields)).records;
  const idsOf = async (fields: Fields) => (await find(fields)).map((register) => register.pointOfSaleID);
  return { mock, account, call, find, idsOf };
}

describe('getPointsOfSale', () => {
  it('answers all registers at once, one in each location and one more in the first', async () => {
    const { find, idsOf, call } = await asker(frozenMock({ warehouses: 25 }));
    const registers = await find();
    expect(registers).toHaveLength(26);
    const { records: warehouses } = await call('getWarehouses');
    for (const { warehouseID, name } of warehouses) {
      const [register] = await find({ warehouseID });
      expect(register).toMatchObject({ warehouseID: Number(warehouseID), warehouseName: name });
    }
    expect(await idsOf({ warehouseID: 1 })).toEqual([1, 26]);
    expect(await idsOf({ pointOfSaleID: 3 })).toEqual([3]);
    expect(await idsOf({ pointOfSaleID: 99 })).toEqual([]);
  });

  it.each([
    ['nasty', 3],
    ['empty', 1],
  ] as const)('has registers in every location of %s too', async (dataset, count) => {
    const { find } = await asker(frozenMock({ dataset }));
    expect((await find()).map((register) => register.warehouseID)).toEqual(
      Array.from({ length: count }, (_, at) => at + 1),
    );
  });

  it('finds names that begin so, in capitals or not', async () => {
    const { account, idsOf } = await asker();
    account.data('pointsOfSale').update(2, { name: 'Harbour kiosk' });
    expect(await idsOf({ searchName: 'HARB' })).toEqual([2]);
    expect(await idsOf({ searchName: 'kiosk' })).toEqual([]);
    expect(await idsOf({ searchName: 'register' })).toEqual([1, 3, 4, 5]);
    expect(await idsOf({ searchName: '' })).toHaveLength(5);
  });

  it('shows what was changed since, and what is joined as it is now', async () => {
    const { mock, account, call, find, idsOf } = await asker();
    await find();
    mock.clock.advance(10);
    account.data('pointsOfSale').update(4, { vatrateID: 3 });
    expect(await idsOf({ changedSince: start + 10 })).toEqual([4]);
    expect(await find({ pointOfSaleID: 4 })).toMatchObject([{ vatrateID: 3, vatrate: 13, type: null }]);
    expect(await find({ pointOfSaleID: 1 })).toMatchObject([{ vatrateID: 0, vatrate: null }]);
    await call('saveWarehouse', { warehouseID: 4, name: 'Renamed' });
    expect(await find({ pointOfSaleID: 4 })).toMatchObject([{ warehouseName: 'Renamed' }]);
  });

  it('shows the buttons of a location that has its own, and those of the account in all others', async () => {
    const { account, call, find } = await asker();
    const products = async (pointOfSaleID: number) =>
      (await find({ pointOfSaleID }))[0].quickButtons.map(
        (button: { productID: number }) => button.productID,
      );
    const [first, second, ...others] = await products(1);
    expect([first, second, others.length]).toEqual([1, 2, 6]);
    await call('switchPosGlobalQuickButton', { productID1: 1, productID2: 2 });
    expect(await products(1)).toEqual([2, 1, ...others]);
    // The second location has a list of its own.
    expect(await products(2)).toEqual([1, 2, ...others]);
    await call('switchPosStoreQuickButton', { warehouseID: 2, productID1: 2, productID2: 3 });
    expect((await products(2)).slice(0, 3)).toEqual([1, 3, 2]);
    account.data('warehouses').update(2, { usesLocalQuickButtons: 0 });
    expect(await products(2)).toEqual(await products(1));
  });

  it('knows registers that gift cards and price lists can name, and no others', async () => {
    const { call } = await asker();
    const refusal = async (fields: Fields) => {
      const { status } = await call('saveGiftCard', { code: '1', ...fields });
      return [status.errorCode, status.errorField];
    };
    for (const input of ['purchasePointOfSaleID', 'redemptionPointOfSaleID']) {
      expect(await refusal({ [input]: 99 })).toEqual([1011, input]);
      expect(await refusal({ [input]: 1 })).toEqual([0, undefined]);
    }
    const lists = async (fields: Fields) =>
      (await call('getPriceLists', fields)).records.map((list: { pricelistID: number }) => list.pricelistID);
    // The fifth register stands in the first location, which does not have the second list.
    for (const [pointOfSaleID, warehouseID] of [
      [1, 1],
      [2, 2],
      [5, 1],
    ] as const)
      expect(await lists({ pointOfSaleID })).toEqual(await lists({ warehouseID }));
    expect(await lists({ pointOfSaleID: 5 })).not.toEqual(await lists({ pointOfSaleID: 2 }));
    expect(await lists({ pointOfSaleID: 99 })).toEqual([]);
  });
});
