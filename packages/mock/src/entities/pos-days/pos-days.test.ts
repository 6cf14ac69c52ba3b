import { describe, expect, it } from 'vitest';

import { type Fields, loggedIn, start } from '../../../test/ask.ts';
import { assembleMock } from '../../create-mock.ts';

const opening = { pointOfSaleID: 1, openedSum: 100.5, openedUnixTime: start - 3600 };
const closing = { pointOfSaleID: 1, closedUnixTime: start, closedSum: 80, bankedSum: 20.5 };
const { openedUnixTime } = opening;

/** An account without days of registers; reason 50 is one of a variance. */
async function asker() {
  const shop = { dataset: 'empty', warehouses: 2 } as const;
  const { mock, server } = assembleMock({ now: start, frozen: true, ...shop }, '127.0.0.1');
  const account = mock.account('100001');
  await account.importData({
    reasonCodes: [{ reasonID: 50, name: 'Miscounted', purpose: 'EOD_VARIANCE' }],
    employees: [
      { employeeID: 2, fullName: 'Grace Example', drawerID: '7' },
      { employeeID: 3, fullName: 'Hugo Sample' },
    ],
  });
  const { call } = await loggedIn(mock);
  const days = async (fields: Fields = {}) => (await call('getDayClosings', fields)).records;
  /** Rows as they are kept, with what no answer shows. */
  const storedDays = () => {
    const table = server.accounts.find('100001')?.table('dayClosings');
    return [...(table?.ids() ?? [])].map((id) => table?.get(id));
  };
  const open = async (fields: Fields = {}, name = 'POSOpenDay') =>
    (await call(name, { ...opening, ...fields })).records[0];
  const close = async (fields: Fields = {}) =>
    (await call('POSCloseDay', { ...closing, ...fields })).records[0];
  return { mock, account, call, days, open, close, stored: storedDays };
}

describe('a day of a register', () => {
  it('is opened, shown as open, closed, and shown as closed', async () => {
    const { days, open, close, call } = await asker();
    expect(await open()).toEqual({ pointOfSaleID: 1, openedUnixTime, dayID: 1 });
    expect((await call('isPOSDayOpen', { pointOfSaleID: 1 })).records).toEqual([
      { pointOfSaleID: 1, openedUnixTime },
    ]);
    const names = {
      warehouseName: 'Main Store',
      pointOfSaleName: 'Register 1',
      openedByEmployeeName: 'Demo User',
    };
    const opened = {
      ...{ dayID: 1, warehouseID: 1, pointOfSaleID: 1, drawerID: 0, openedUnixTime, openedByEmployeeID: 1 },
      ...{ ...names, warehouseName: expect.any(String), openedSum: 100.5 },
      ...{ closedUnixTime: 0, closedByEmployeeID: 0, closedByEmployeeName: '', closedSum: 0, bankedSum: 0 },
      ...{ notes: '', reasonID: 0, currencyCode: 'EUR' },
    };
    expect(await days()).toEqual([opened]);
    const reason = { reasonID: 50, notes: 'All well', employeeID: 3 };
    const answer = await close({ openedUnixTime, ...reason, attributeName1: 'a', attributeValue1: '1' });
    expect(answer).toEqual({ dayID: 1, pointOfSaleID: 1, openedUnixTime, closedUnixTime: start });
    const closed = {
      ...opened,
      ...{ closedUnixTime: start, closedByEmployeeID: 3, closedByEmployeeName: 'Hugo Sample' },
      ...{ closedSum: 80, bankedSum: 20.5, reasonID: 50, notes: 'All well' },
      attributes: [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }],
    };
    expect(await days()).toEqual([closed]);
    expect((await call('getDayOpenings')).records).toEqual([closed]);
    expect((await call('isPOSDayOpen')).records).toEqual([]);
  });

  it('is asked for with queryOpenDay, which opens nothing', async () => {
    const { call, open, stored } = await asker();
    const query = async (pointOfSaleID: number) =>
      (await call('POSOpenDay', { pointOfSaleID, queryOpenDay: 1 })).records;
    expect(await query(1)).toEqual([{ pointOfSaleID: 1, openedUnixTime: 0, dayID: 0 }]);
    await open();
    await open({ openedUnixTime: openedUnixTime + 60 });
    const before = stored();
    expect(await query(1)).toEqual([{ pointOfSaleID: 1, openedUnixTime: openedUnixTime + 60, dayID: 2 }]);
    expect(await query(2)).toEqual([{ pointOfSaleID: 2, openedUnixTime: 0, dayID: 0 }]);
    expect(stored()).toEqual(before);
  });

  it('is updated by the same register and time again, with a warning', async () => {
    const { open, days } = await asker();
    await open();
    expect(await open({ openedSum: 90, employeeID: 3 })).toEqual({
      ...{ pointOfSaleID: 1, openedUnixTime, dayID: 1, warningDayAlreadyOpen: true },
    });
    expect(await days()).toMatchObject([{ openedSum: 90, openedByEmployeeID: 3 }]);
    // Another register or another time is another day, and two may be open at once.
    expect(await open({ pointOfSaleID: 2 })).toEqual({ pointOfSaleID: 2, openedUnixTime, dayID: 2 });
    expect((await open({ openedUnixTime: start })).dayID).toBe(3);
  });

  it('that was not opened is made when it is closed, with a warning', async () => {
    const { close, days } = await asker();
    expect(await close({ openedUnixTime })).toEqual({
      ...{ dayID: 1, pointOfSaleID: 1, openedUnixTime, closedUnixTime: start, warningDayNotOpen: true },
    });
    expect(await days()).toMatchObject([{ openedSum: 0, openedUnixTime, closedSum: 80, warehouseID: 1 }]);
  });

  it('that is closed already gets the new sums, with a warning', async () => {
    const { open, close, days } = await asker();
    await open();
    await close({ dayID: 1, notes: 'first' });
    expect(await close({ dayID: 1, closedSum: 81 })).toEqual({
      ...{ dayID: 1, pointOfSaleID: 1, openedUnixTime, closedUnixTime: start, warningDayAlreadyClosed: true },
    });
    expect(await days()).toMatchObject([{ closedSum: 81, notes: 'first' }]);
  });

  it('keeps what was counted of other ways to pay, by their codes', async () => {
    const { open, close, stored, days } = await asker();
    await open();
    await close({ dayID: 1, 'counted-CARD-VISA': 412.5, 'counted-CHECK': 20, 'varianceReasonID-CHECK': 50 });
    await close({ dayID: 1, 'counted-CHECK': 21 });
    expect(stored()).toMatchObject([
      { counted: { 'CARD-VISA': 412.5, CHECK: 21 }, varianceReasonID: { CHECK: 50 } },
    ]);
    expect(Object.keys((await days())[0])).not.toContain('counted');
  });

  it('is one of each currency with its module, and has none without', async () => {
    const { account, open, close, days, call } = await asker();
    await open();
    expect((await open({ currencyCode: 'USD' })).dayID).toBe(2);
    expect((await open({ currencyCode: 'XXX' })).warningDayAlreadyOpen).toBe(true);
    expect(await days({ currencyCode: 'USD' })).toMatchObject([{ dayID: 2, currencyCode: 'USD' }]);
    expect((await close({ openedUnixTime, currencyCode: 'USD' })).dayID).toBe(2);
    account.setConfig({ modules: { posMulticurrency: false } });
    for (const name of [
      'POSOpenDay',
      'POSOpenDayV2',
      'POSCloseDay',
      'isPOSDayOpen',
      'getDayClosings',
      'getDayOpenings',
    ])
      expect((await call(name, { ...opening, ...closing, currencyCode: 'USD' })).status).toMatchObject({
        ...{ errorCode: 1028, errorField: 'currencyCode' },
      });
    expect(Object.keys((await days())[0])).not.toContain('currencyCode');
  });

  it('has the drawer of who opened it, when it is opened by POSOpenDayV2', async () => {
    const { open, days } = await asker();
    await open({ employeeID: 2 }, 'POSOpenDayV2');
    await open({ employeeID: 2, pointOfSaleID: 2 });
    expect((await days()).map((day: any) => day.drawerID)).toEqual([7, 0]);
  });

  it('is found by location, register, times and attribute', async () => {
    const { open, close, days } = await asker();
    await open({ attributeName1: 'a', attributeValue1: '1' });
    await open({ pointOfSaleID: 2, openedUnixTime: start });
    await close({ dayID: 1 });
    const ids = async (fields: Fields) => (await days(fields)).map((day: any) => day.dayID);
    expect(await ids({ warehouseID: 2 })).toEqual([2]);
    expect(await ids({ pointOfSaleID: 1 })).toEqual([1]);
    expect(await ids({ dayID: 2 })).toEqual([2]);
    expect(await ids({ openedUnixTimeFrom: start })).toEqual([2]);
    expect(await ids({ openedUnixTimeUntil: start - 1 })).toEqual([1]);
    expect(await ids({ closedUnixTimeFrom: start })).toEqual([1]);
    // One that is open has not been closed by then.
    expect(await ids({ closedUnixTimeUntil: start })).toEqual([1]);
    expect(await ids({ searchAttributeName: 'a', searchAttributeValue: '1' })).toEqual([1]);
  });

  it.each([
    ['POSOpenDay', {}, 1010, 'pointOfSaleID'],
    ['POSOpenDay', { pointOfSaleID: 1, openedUnixTime: start }, 1010, 'openedSum'],
    ['POSOpenDay', { pointOfSaleID: 1, openedSum: 1 }, 1010, 'openedUnixTime'],
    ['POSOpenDayV2', { pointOfSaleID: 1, openedSum: 1 }, 1010, 'openedUnixTime'],
    ['POSOpenDay', { ...opening, pointOfSaleID: 99 }, 1011, 'pointOfSaleID'],
    ['POSOpenDay', { ...opening, employeeID: 99 }, 1011, 'employeeID'],
    ['POSOpenDay', { ...opening, openedSum: 'much' }, 1014, 'openedSum'],
    ['POSCloseDay', {}, 1010, 'pointOfSaleID'],
    ['POSCloseDay', closing, 1010, 'openedUnixTime'],
    ['POSCloseDay', { pointOfSaleID: 1, dayID: 1 }, 1010, 'closedUnixTime'],
    ['POSCloseDay', { ...closing, dayID: 1, closedUnixTime: 0 }, 1010, 'closedUnixTime'],
    ['POSCloseDay', { pointOfSaleID: 1, dayID: 1, closedUnixTime: start }, 1010, 'closedSum'],
    ['POSCloseDay', { pointOfSaleID: 1, dayID: 1, closedUnixTime: start, closedSum: 1 }, 1010, 'bankedSum'],
    ['POSCloseDay', { ...closing, pointOfSaleID: 99, dayID: 1 }, 1011, 'pointOfSaleID'],
    ['POSCloseDay', { ...closing, dayID: 99 }, 1011, 'dayID'],
    ['POSCloseDay', { ...closing, pointOfSaleID: 2, dayID: 1 }, 1011, 'dayID'],
    ['POSCloseDay', { ...closing, dayID: 1, employeeID: 99 }, 1011, 'employeeID'],
    ['POSCloseDay', { ...closing, dayID: 1, reasonID: 99 }, 1011, 'reasonID'],
    ['POSCloseDay', { ...closing, dayID: 1, reasonID: 1 }, 1011, 'reasonID'],
    ['POSCloseDay', { ...closing, dayID: 1, 'varianceReasonID-CHECK': 1 }, 1011, 'varianceReasonID-CHECK'],
    ['POSCloseDay', { ...closing, dayID: 1, 'counted-CARD': 'much' }, 1014, 'counted-CARD'],
    ['POSCloseDay', { ...closing, dayID: 1, findLastOpenDay: 1 }, 1016, 'findLastOpenDay'],
  ])('%s refuses %o with %i', async (name, fields, errorCode, errorField) => {
    const { call, open, stored } = await asker();
    await open();
    const before = stored();
    expect((await call(name, fields as Fields)).status).toMatchObject({ errorCode, errorField });
    expect(stored()).toEqual(before);
  });

  it('of a location that is not the user’s is refused with 1064', async () => {
    const { mock, account, call } = await asker();
    account.data('users').update(1, { warehouseIDs: [2] });
    for (const name of ['POSOpenDay', 'POSOpenDayV2', 'POSCloseDay'])
      expect((await call(name, { ...opening, ...closing })).status.errorCode, name).toBe(1064);
    expect((await call('POSOpenDay', { ...opening, pointOfSaleID: 2 })).status.errorCode).toBe(0);
    expect(mock.account('100001').data('dayClosings').list()).toHaveLength(1);
  });
});
