import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, start } from '../../../test/ask.ts';
import { at, emptyCalendar } from '../../../test/empty-calendar.ts';

describe('saveEvent', () => {
  it('makes an event, edits just what is named of the one of `id`, and answers `eventID`', async () => {
    const { call, find, mock } = await emptyCalendar();
    const inputs = {
      ...{ description: 'Meet', typeID: 2, startTime: at('10:00'), endTime: at('11:00'), statusID: 1 },
      ...{ customerID: 1003, contactID: 1004, projectID: 2, supplierID: 3, employeeID: 1, submitterID: 1 },
      ...{ resourceID: 7, notes: 'n', attributeName1: 'a', attributeValue1: '1' },
      ...{ type: 'APPOINTMENT', status: 'CHECKEDIN', productID: 5, warehouseID: 1, checkInTime: start },
    };
    const saved = await call('saveEvent', inputs);
    const { eventID } = saved.records[0];
    expect(saved.records).toEqual([{ eventID }]);
    const { attributeName1: _, attributeValue1: __, ...fields } = inputs;
    const [made] = await find();
    const names = async (request: string, input: Fields, field: string) =>
      (await call(request, input)).records[0][field];
    expect(made).toEqual({
      ...{ eventID, ...fields, completed: 0, checkOutTime: 0, serviceStartTime: 0, resourceName: '' },
      typeName: 'Phone call',
      statusName: 'Planned',
      customerName: await names('getCustomers', { customerID: 1003, mode: 'ALL' }, 'fullName'),
      contactName: await names('getCustomers', { customerID: 1004, mode: 'ALL' }, 'fullName'),
      projectName: await names('getProjects', { projectID: 2 }, 'name'),
      supplierName: await names('getSuppliers', { supplierID: 3 }, 'fullName'),
      productName: await names('getProducts', { productID: 5 }, 'name'),
      employeeName: expect.any(String),
      submitterName: expect.any(String),
      attributes: [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }],
      lastModified: 0,
    });
    mock.clock.advance(60);
    const edit = { id: eventID, completed: 1, endTime: at('12:00') };
    expect((await call('saveEvent', edit)).records).toEqual([{ eventID }]);
    expect(await find()).toEqual([{ ...made, completed: 1, endTime: at('12:00'), lastModified: start + 60 }]);
  });

  it('refuses a new event without a type, a beginning or an end, times that are not in the calendar, and an unknown `id`', async () => {
    const { refusal, find } = await emptyCalendar();
    const whole = { typeID: 1, startTime: at('10:00'), endTime: at('11:00') };
    const without = (name: keyof typeof whole) =>
      Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name));
    for (const name of ['typeID', 'startTime', 'endTime'] as const)
      expect(await refusal('saveEvent', without(name))).toEqual([1010, name]);
    expect(await refusal('saveEvent', { ...whole, startTime: '0000-00-00 00:00:00' })).toEqual([
      ...[1010, 'startTime'],
    ]);
    for (const endTime of ['2026-02-30 10:00:00', '2026-02-02 24:00:00', '2026-02-02', '2026-02-02T10:00:00'])
      expect(await refusal('saveEvent', { ...whole, endTime }), endTime).toEqual([1014, 'endTime']);
    expect(await refusal('saveEvent', { ...whole, type: 'PARTY' })).toEqual([1016, 'type']);
    expect(await refusal('saveEvent', { ...whole, id: 999 })).toEqual([1011, 'id']);
    expect(await find()).toEqual([]);
    const appointment = { ...without('typeID'), type: 'APPOINTMENT' };
    expect(await refusal('saveEvent', appointment)).toEqual([0, undefined]);
  });

  it('keeps times as they are sent: by the clocks of the account, wherever that is', async () => {
    const { call, save, find, idsOf } = await emptyCalendar();
    const id = await save({ startTime: at('10:00'), endTime: at('11:00') });
    for (const timezone of ['Europe/Tallinn', 'America/New_York', 'Pacific/Kiritimati']) {
      await call('saveConfParameter', { parameterName: 'timezone', parameterValue: timezone });
      expect(await find()).toMatchObject([{ startTime: at('10:00'), endTime: at('11:00') }]);
      expect(await idsOf({ startDateTimeFrom: at('10:00'), startDateTimeUntil: at('10:00') })).toEqual([id]);
    }
  });

  it('refuses with 1043, on demand, an event of an employee who is taken, and lets events touch', async () => {
    const { save, refusal, call, find } = await emptyCalendar();
    const notOverlapping = 1;
    const mine = { typeID: 1, employeeID: 1, notOverlapping };
    const times = (from: string, to: string) => ({ startTime: at(from), endTime: at(to) });
    const first = await save({ ...mine, ...times('10:00', '11:00') });
    for (const [from, to] of [
      ['10:00', '11:00'],
      ['09:30', '10:01'],
      ['10:59', '12:00'],
      ['10:15', '10:45'],
      ['09:00', '12:00'],
    ] as const)
      expect(await refusal('saveEvent', { ...mine, ...times(from, to) }), from).toEqual([1043, 'employeeID']);
    expect(await find()).toHaveLength(1);
    const before = await save({ ...mine, ...times('09:00', '10:00') });
    await save({ ...mine, ...times('11:00', '12:00') });
    await save({ ...mine, employeeID: 2, ...times('10:00', '11:00') });
    await save({ ...mine, employeeID: 0, ...times('10:00', '11:00') });
    // An event is not in its own way, but in that of the next one.
    expect(await refusal('saveEvent', { id: first, notOverlapping, notes: 'x' })).toEqual([0, undefined]);
    expect(await refusal('saveEvent', { id: before, notOverlapping, endTime: at('10:30') })).toEqual([
      ...[1043, 'employeeID'],
    ]);
    expect(await refusal('saveEvent', { id: before, endTime: at('10:30') })).toEqual([0, undefined]);
    await call('deleteEvent', { eventID: first });
    expect(await refusal('saveEvent', { ...mine, ...times('10:30', '11:00') })).toEqual([0, undefined]);
  });

  it('does not take an employee who is at work for one who is taken, nor look without the salon module', async () => {
    const { mock, save, refusal } = await emptyCalendar();
    const mine = { typeID: 1, employeeID: 1, notOverlapping: 1 };
    await save({ ...mine, type: 'SCHEDULE', startTime: at('08:00'), endTime: at('17:00') });
    await save({ ...mine, type: 'LUNCH', startTime: at('12:00'), endTime: at('13:00') });
    await save({ ...mine, startTime: at('10:00'), endTime: at('11:00') });
    const late = { ...mine, startTime: at('12:30'), endTime: at('13:30') };
    expect(await refusal('saveEvent', late)).toEqual([1043, 'employeeID']);
    mock.account('100001').setConfig({ modules: { salon: false } });
    expect(await refusal('saveEvent', late)).toEqual([0, undefined]);
  });
});

describe('an account without the salon module', () => {
  it('refuses what belongs to it with 1006, and shows none of it', async () => {
    const { mock, save, refusal, find } = await emptyCalendar();
    await save({ type: 'BREAK', warehouseID: 1, productID: 1 });
    expect((await find())[0]).toMatchObject({ type: 'BREAK', status: 'NONE', warehouseID: 1 });
    mock.account('100001').setConfig({ modules: { salon: false } });
    const inputs = { type: 'BREAK', status: 'NONE', productID: 1, warehouseID: 1 };
    const times = { checkInTime: 1, checkOutTime: 1, serviceStartTime: 1 };
    for (const [name, value] of Object.entries({ ...inputs, ...times }))
      expect(await refusal('saveEvent', { [name]: value }), name).toEqual([1006, undefined]);
    for (const name of ['warehouseID', 'getAllSalonEvents'])
      expect(await refusal('getEvents', { [name]: 1 })).toEqual([1006, undefined]);
    const shown = Object.keys((await find())[0] ?? {});
    const ofSalon = ['type', 'status', 'productID', 'productName', 'warehouseID', 'checkInTime'];
    expect(shown.filter((name) => ofSalon.includes(name))).toEqual([]);
    expect(shown).toContain('notes');
  });
});

describe('deleteEvent', () => {
  it('writes the deletion down in the log, and what changed says so', async () => {
    const { mock, call, save, refusal } = await emptyCalendar();
    const eventID = await save({});
    mock.clock.advance(60);
    expect(await refusal('deleteEvent', { eventID })).toEqual([0, undefined]);
    expect(await refusal('deleteEvent', { eventID })).toEqual([1011, 'eventID']);
    expect(await refusal('deleteEvent', {})).toEqual([1010, 'eventID']);
    const log = await call('getUserOperationsLog', { tableName: 'events', addedFrom: start + 60 });
    expect(log.records).toMatchObject([{ itemID: eventID, tableName: 'events', operation: 'delete' }]);
    const changes = await call('getChangedDataSince', { eventsChangedSince: start + 60 });
    expect(changes.records).toEqual([{ tableName: 'events', updated: 0, deleted: 1 }]);
  });
});

describe('getEventTypes and getEventStatuses', () => {
  it('answer all of them, with every value inside quotes, in a language that is asked for', async () => {
    const { call, importRecord } = await emptyCalendar();
    const types = (await call('getEventTypes')).records;
    expect(types).toHaveLength(3);
    expect(types[0]).toMatchObject({ id: '1', name: 'Meeting', displayedInCalendar: '1', lastModified: '0' });
    await importRecord('eventStatuses', { id: 2, nameGER: 'Fertig' });
    const statuses = (await call('getEventStatuses', { lang: 'ger' })).records;
    expect(statuses[1]).toMatchObject({ id: '2', name: 'Fertig', color: '#339933' });
  });
});

describe('events of own data', () => {
  const whole = { eventID: 40, typeID: 1, startTime: '1999-12-31 23:59:59', endTime: null };

  it('come with their time and attributes, and go out as they came', async () => {
    const { mock, find } = await emptyCalendar();
    const account = mock.account('100001');
    const attributes = [{ attributeName: 'a', attributeType: 'int', attributeValue: '1' }];
    await account.importData({
      events: [{ ...whole, status: 'NOSHOW', attributes, added: 5, lastModified: 6 }],
    });
    const shown = { eventID: 40, startTime: whole.startTime, endTime: '', status: 'NOSHOW', lastModified: 6 };
    expect(await find()).toMatchObject([{ ...shown, attributes }]);
    let text = '';
    for await (const piece of account.exportData({ tables: ['events'], changed: true })) text += piece;
    const other = frozenMock().account('100002');
    await other.importData(text);
    expect(other.data('events').get(40)).toEqual(account.data('events').get(40));
  });

  it.each([
    [{ ...whole, startTime: '2026-02-30 10:00:00' }, 'startTime is not a time of a day of the calendar'],
    [{ ...whole, startTime: '2026-02-03' }, 'startTime is not a date and time yyyy-mm-dd hh:mm:ss'],
    [{ ...whole, typeID: 77 }, 'typeID is 77, and eventTypes have no record 77'],
    [{ ...whole, projectID: 77 }, 'projectID is 77, and projects have no record 77'],
    [{ ...whole, typeName: 'x' }, 'typeName is read from eventTypes'],
  ])('are refused whole where one is wrong: %j', async (event, problem) => {
    const { mock, find } = await emptyCalendar();
    const events = [{ ...whole, eventID: 39 }, event];
    await expect(mock.account('100001').importData({ events })).rejects.toThrow(problem);
    expect(await find()).toEqual([]);
  });
});
