import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** An account in which no cash has come or gone; reasons 50 and 51 are for that. */
async function asker() {
  const mock = frozenMock({ dataset: 'empty', warehouses: 2 });
  const account = mock.account('100001');
  await account.importData({
    reasonCodes: [
      { reasonID: 50, name: 'Change', purpose: 'CASH_IN' },
      { reasonID: 51, name: 'Postage', purpose: 'CASH_OUT' },
    ],
  });
  const { call } = await loggedIn(mock);
  const cash = async (fields: Fields = {}) => (await call('getCashIns', fields)).records;
  const ids = async (fields: Fields = {}) => (await cash(fields)).map((record: any) => record.transactionID);
  return { mock, account, call, cash, ids, stored: () => account.data('cashIns').list() };
}

/** What the clocks of the shop show, three hours before those of UTC. */
const dateTime = (at: number) =>
  new Date((at + 3 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ');

describe('cash', () => {
  it('that is put in and taken out is shown in one list, by numbers of one sequence', async () => {
    const { call, cash } = await asker();
    const facts = { pointOfSaleID: 2, reasonID: 50, comment: 'Small coins' };
    const put = await call('POSCashIN', { ...facts, sum: 50.25, attributeName1: 'a', attributeValue1: '1' });
    expect(put.records).toEqual([{ transactionID: 1, pointOfSaleID: 2, addedUnixTime: start }]);
    const added = start - 60;
    const taken = await call('POSCashOUT', { pointOfSaleID: 1, sum: 20, currencyCode: 'USD', added });
    expect(taken.records).toEqual([{ transactionID: 2, pointOfSaleID: 1, addedUnixTime: added }]);
    const common = {
      warehouseName: expect.any(String),
      employeeID: 1,
      employeeName: 'Demo User',
      lastModified: 0,
    };
    expect(await cash()).toEqual([
      {
        ...common,
        ...{ transactionID: 1, sum: 50.25, currencyCode: 'EUR', currencyRate: 1, warehouseID: 2 },
        ...{ ...facts, pointOfSaleName: 'Register 2', dateTime: dateTime(start), added: start },
        attributes: [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }],
      },
      {
        ...common,
        ...{ transactionID: 2, sum: -20, currencyCode: 'USD', currencyRate: 0.9, warehouseID: 1 },
        ...{ pointOfSaleID: 1, pointOfSaleName: 'Register 1', dateTime: dateTime(added), added },
        ...{ reasonID: 0, comment: '' },
      },
    ]);
  });

  it('of 0 says that the drawer was opened, and has no sign', async () => {
    const { call, cash } = await asker();
    await call('POSCashOUT', { pointOfSaleID: 1, sum: 0 });
    expect(await cash()).toMatchObject([{ sum: 0 }]);
  });

  it('is edited by its ID: what is not named stays', async () => {
    const { mock, call, cash } = await asker();
    const first = { pointOfSaleID: 1, sum: 5, comment: 'Change', currencyCode: 'USD', reasonID: 50 };
    await call('POSCashIN', first);
    mock.clock.advance(60);
    const edit = { transactionID: 1, pointOfSaleID: 2, sum: 6 };
    expect((await call('POSCashIN', edit)).records).toEqual([
      { transactionID: 1, pointOfSaleID: 2, addedUnixTime: start },
    ]);
    expect(await cash()).toMatchObject([
      { ...first, ...edit, warehouseID: 2, added: start, lastModified: start + 60 },
    ]);
    await call('POSCashOUT', { ...edit, currencyCode: 'XXX', comment: '', employeeID: 0 });
    expect(await cash()).toMatchObject([
      { sum: -6, comment: '', currencyCode: 'EUR', currencyRate: 1, employeeID: 1 },
    ]);
  });

  it('is found by place, person, reason, time, attribute and change, and comes in pages', async () => {
    const { mock, call, ids } = await asker();
    await call('POSCashIN', {
      pointOfSaleID: 1,
      sum: 1,
      reasonID: 50,
      attributeName1: 'a',
      attributeValue1: '1',
    });
    await call('POSCashIN', { pointOfSaleID: 2, sum: 1, added: start - 86_400 });
    mock.clock.advance(60);
    await call('POSCashIN', { transactionID: 1, pointOfSaleID: 1, sum: 2 });
    const [today, yesterday] = [dateTime(start), dateTime(start - 86_400)];
    expect(await ids({ warehouseID: 2 })).toEqual([2]);
    expect(await ids({ pointOfSaleID: 1 })).toEqual([1]);
    expect(await ids({ employeeID: 1 })).toEqual([1, 2]);
    expect(await ids({ reasonID: 50 })).toEqual([1]);
    expect(await ids({ dateTimeFrom: today })).toEqual([1]);
    expect(await ids({ dateTimeUntil: yesterday })).toEqual([2]);
    expect(await ids({ startDateTime: yesterday, endDateTime: yesterday })).toEqual([2]);
    expect(await ids({ searchAttributeName: 'a', searchAttributeValue: '1' })).toEqual([1]);
    expect(await ids({ changedSince: start + 1 })).toEqual([1]);
    expect(await ids({ recordsOnPage: 1, pageNo: 2 })).toEqual([2]);
  });

  it.each([
    [{ sum: 1 }, 1010, 'pointOfSaleID'],
    [{ pointOfSaleID: 1 }, 1010, 'sum'],
    [{ pointOfSaleID: 99, sum: 1 }, 1011, 'pointOfSaleID'],
    [{ pointOfSaleID: 1, sum: 1, employeeID: 99 }, 1011, 'employeeID'],
    [{ pointOfSaleID: 1, sum: 1, transactionID: 99 }, 1011, 'transactionID'],
    [{ pointOfSaleID: 1, sum: 1, reasonID: 99 }, 1011, 'reasonID'],
    [{ pointOfSaleID: 1, sum: 1, reasonID: 1 }, 1011, 'reasonID'],
    [{ pointOfSaleID: 1, sum: 'x' }, 1014, 'sum'],
    [{ pointOfSaleID: 1, sum: 1, comment: 'x'.repeat(256) }, 1014, 'comment'],
    [{ pointOfSaleID: 1, sum: 1, added: 1e15 }, 1014, 'added'],
  ])('is refused: %o', async (fields, errorCode, errorField) => {
    const { call, stored } = await asker();
    await call('POSCashIN', { pointOfSaleID: 1, sum: 5 });
    const before = stored();
    for (const name of ['POSCashIN', 'POSCashOUT'])
      expect((await call(name, fields as Fields)).status).toMatchObject({ errorCode, errorField });
    expect(stored()).toEqual(before);
  });

  it('of a location that is not the user’s is refused with 1064', async () => {
    const { account, call, stored } = await asker();
    account.data('users').update(1, { warehouseIDs: [2] });
    for (const name of ['POSCashIN', 'POSCashOUT'])
      expect((await call(name, { pointOfSaleID: 1, sum: 1 })).status.errorCode, name).toBe(1064);
    expect(stored()).toEqual([]);
  });
});
