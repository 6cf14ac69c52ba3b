import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

type Event = Record<string, any>;

/** A shop without events of its own, and what asks it. */
async function asker() {
  const mock = frozenMock({ quota: 1e9 });
  const { call } = await loggedIn(mock);
  const data = mock.account('100001').data('events');
  for (const { eventID } of data.list()) data.remove(eventID as number);
  const save = async (fields: Fields): Promise<number> => {
    const { status, records } = await call('saveEvent', {
      ...{ typeID: 1, startTime: '2026-02-02 10:00:00', endTime: '2026-02-02 11:00:00' },
      ...fields,
    });
    expect(status.errorCode).toBe(0);
    return records[0].eventID;
  };
  const refusal = async (request: string, fields: Fields) => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  const find = async (fields: Fields = {}): Promise<Event[]> =>
    (await call('getEvents', { recordsOnPage: 1000, ...fields })).records;
  const idsOf = async (fields: Fields = {}): Promise<number[]> =>
    (await find(fields)).map((event) => event.eventID);
  /** Names in other languages come with data of one's own: no call saves types and statuses. */
  const importRecord = async (table: string, record: object) => {
    await mock.account('100001').importData({ [table]: [record] });
  };
  return { mock, call, data, save, refusal, find, idsOf, importRecord };
}

const at = (time: string) => `2026-02-02 ${time}:00`;

describe('saveEvent', () => {
  it('makes an event, edits just what is named of the one of `id`, and answers `eventID`', async () => {
    const { call, find, mock } = await asker();
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

  it('refuses a new event without a type, a beginning or an end, days and times that are none, and an unknown `id`', async () => {
    const { refusal, find } = await asker();
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
    const { call, save, find, idsOf } = await asker();
    const id = await save({ startTime: at('10:00'), endTime: at('11:00') });
    for (const timezone of ['Europe/Tallinn', 'America/New_York', 'Pacific/Kiritimati']) {
      await call('saveConfParameter', { parameterName: 'timezone', parameterValue: timezone });
      expect(await find()).toMatchObject([{ startTime: at('10:00'), endTime: at('11:00') }]);
      expect(await idsOf({ startDateTimeFrom: at('10:00'), startDateTimeUntil: at('10:00') })).toEqual([id]);
    }
  });

  it('refuses with 1043, on demand, an event of an employee who is taken; events that only touch are none', async () => {
    const { save, refusal, call, find } = await asker();
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
    const { mock, save, refusal } = await asker();
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
    const { mock, save, refusal, find } = await asker();
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

describe('getEvents', () => {
  it('finds by when events begin and end, both ends included, and never one without an end by its end', async () => {
    const { data, save, idsOf } = await asker();
    const early = await save({ startTime: at('09:00'), endTime: at('09:30') });
    const late = await save({ startTime: at('10:00'), endTime: '2026-02-03 10:30:00' });
    const open = data.insert({ typeID: 1, startTime: at('11:00') });
    expect(await idsOf({ startDateTimeFrom: at('10:00') })).toEqual([late, open]);
    expect(await idsOf({ startDateTimeFrom: '2026-02-02 10:00:01' })).toEqual([open]);
    expect(await idsOf({ startDateTimeUntil: at('10:00') })).toEqual([early, late]);
    expect(await idsOf({ endDateTimeFrom: at('09:30') })).toEqual([early, late]);
    expect(await idsOf({ endDateTimeUntil: at('09:30') })).toEqual([early]);
    expect(await idsOf({ startDateTimeFrom: at('09:00'), endDateTimeUntil: at('09:29') })).toEqual([]);
  });

  it('finds by text, customers, the misspelled supplier, attributes, and all of a salon but who is at work', async () => {
    const { call, save, find, idsOf } = await asker();
    const one = await save({ description: 'Big "Plan"', customerID: 1003, supplierID: 4, type: 'SCHEDULE' });
    const two = await save({ customerID: 1004, attributeName1: 'a', attributeValue1: '1', type: 'VACATION' });
    const three = await save({ customerID: 1005, supplierID: 5, warehouseID: 2, projectID: 1 });
    expect(await idsOf({ description: 'g "pl' })).toEqual([one]);
    expect(await idsOf({ customerIDs: '1003,1005' })).toEqual([one, three]);
    expect(await idsOf({ supllierID: 4 })).toEqual([one]);
    expect(await idsOf({ supllierID: 0 })).toEqual([two]);
    expect(await idsOf({ supllierID: 99 })).toEqual([]);
    // The right spelling is none of Erply's, and does nothing.
    expect(await idsOf({ supplierID: 4 })).toEqual([one, two, three]);
    expect(await idsOf({ searchAttributeName: 'a', searchAttributeValue: '1' })).toEqual([two]);
    expect(await idsOf({ getAllSalonEvents: 1 })).toEqual([two]);
    expect(await idsOf({ getAllSalonEvents: 0 })).toEqual([one, two, three]);
    expect(await idsOf({ warehouseID: 2, projectID: 1 })).toEqual([three]);
    expect((await call('getEvents', { searchAttributeName: 'a' })).status.errorCode).toBe(1010);
    expect((await call('getEvents', { 'searchAttributeName[]': 'a' })).status.errorCode).toBe(1030);
    expect(await find({ getFields: 'eventID,added' })).toEqual([
      ...[{ eventID: one }, { eventID: two }, { eventID: three }],
    ]);
    const detailed = await find({ responseMode: 'detail', getFields: 'eventID,added', eventID: one });
    expect(detailed).toEqual([{ eventID: one, added: start }]);
  });

  it('sorts by when they begin, and on demand by all else that Erply names', async () => {
    const { save, idsOf } = await asker();
    const a = await save({ startTime: at('12:00'), endTime: at('12:30'), typeID: 2, statusID: 1 });
    const b = await save({ startTime: at('10:00'), endTime: at('14:30'), typeID: 1, statusID: 3 });
    const c = await save({ startTime: at('11:00'), endTime: at('11:30'), typeID: 1, statusID: 2 });
    const expected = {
      eventID: [a, b, c],
      startTime: [b, c, a],
      endTime: [c, a, b],
      type: [b, c, a],
      status: [a, c, b],
    };
    expect(await idsOf()).toEqual(expected.startTime);
    for (const [orderBy, ids] of Object.entries(expected)) {
      expect(await idsOf({ orderBy }), orderBy).toEqual(ids);
      expect(await idsOf({ orderBy, orderByDir: 'desc' }), orderBy).toEqual([...ids].reverse());
    }
  });

  it('sorts by the names of customers as they are now, those without one first', async () => {
    const { mock, save, idsOf, call } = await asker();
    const customers = mock.account('100001').data('customers');
    const name = (customerID: number, fullName: string) => customers.update(customerID, { fullName });
    name(1003, 'émile');
    name(1004, 'Zoë');
    name(1005, 'EMILE');
    const zoe = await save({ customerID: 1004 });
    const emile = await save({ customerID: 1003 });
    const nobody = await save({});
    const otherEmile = await save({ customerID: 1005 });
    const sorted = [nobody, emile, otherEmile, zoe];
    expect(await idsOf({ orderBy: 'customerName' })).toEqual(sorted);
    expect(await idsOf({ orderBy: 'customerName', orderByDir: 'desc' })).toEqual([...sorted].reverse());
    expect(await idsOf({ orderBy: 'customerName', customerIDs: '1004,1003' })).toEqual([emile, zoe]);
    const page = await call('getEvents', { orderBy: 'customerName', recordsOnPage: 2, pageNo: 2 });
    expect(page.records.map((event: Event) => event.eventID)).toEqual([otherEmile, zoe]);
    expect(page.status.recordsTotal).toBe(4);
    name(1004, 'Aaron');
    expect(await idsOf({ orderBy: 'customerName' })).toEqual([nobody, zoe, emile, otherEmile]);
    await call('deleteEvent', { eventID: zoe });
    expect(await idsOf({ orderBy: 'customerName' })).toEqual([nobody, emile, otherEmile]);
  });

  it('goes back to the order of a restored state', async () => {
    const { mock, save, idsOf } = await asker();
    const account = mock.account('100001');
    const [one, two] = [await save({ customerID: 1003 }), await save({ customerID: 1004 })];
    account.data('customers').update(1003, { fullName: 'B' });
    account.data('customers').update(1004, { fullName: 'C' });
    account.snapshot('before');
    expect(await idsOf({ orderBy: 'customerName' })).toEqual([one, two]);
    account.data('customers').update(1004, { fullName: 'A' });
    expect(await idsOf({ orderBy: 'customerName' })).toEqual([two, one]);
    account.restore('before');
    expect(await idsOf({ orderBy: 'customerName' })).toEqual([one, two]);
  });

  it('answers at most 1000 on a page', async () => {
    const { data, call } = await asker();
    for (let count = 0; count < 1001; count += 1) data.insert({ typeID: 1, startTime: at('10:00') });
    const page = await call('getEvents', { recordsOnPage: 5000 });
    expect(page.status).toMatchObject({ recordsTotal: 1001, recordsInResponse: 1000 });
    expect((await call('getEvents', { recordsOnPage: 5000, pageNo: 2 })).status.recordsInResponse).toBe(1);
    expect((await call('getEvents')).status.recordsInResponse).toBe(20);
  });

  it('shows the names of now: those of types, statuses, projects and customers', async () => {
    const { mock, call, save, find, importRecord } = await asker();
    await save({ customerID: 1003, projectID: 1, statusID: 1 });
    await find();
    const account = mock.account('100001');
    await importRecord('eventTypes', { id: 1, name: 'T', nameEST: 'Tüüp' });
    await importRecord('eventStatuses', { id: 1, name: 'S' });
    account.data('customers').update(1003, { fullName: 'C' });
    await call('saveProject', { projectID: 1, name: 'P' });
    const names = { typeName: 'T', statusName: 'S', customerName: 'C', projectName: 'P' };
    expect(await find()).toMatchObject([names]);
    expect(await find({ lang: 'est' })).toMatchObject([{ ...names, typeName: 'Tüüp' }]);
    // What is gone has no name.
    await call('deleteProject', { projectID: 1 });
    expect(await find()).toMatchObject([{ ...names, projectID: 1, projectName: '' }]);
  });
});

describe('deleteEvent', () => {
  it('writes the deletion down in the log, and what changed says so', async () => {
    const { mock, call, save, refusal } = await asker();
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
    const { call, importRecord } = await asker();
    const types = (await call('getEventTypes')).records;
    expect(types).toHaveLength(3);
    expect(types[0]).toMatchObject({ id: '1', name: 'Meeting', displayedInCalendar: '1', lastModified: '0' });
    await importRecord('eventStatuses', { id: 2, nameGER: 'Fertig' });
    const statuses = (await call('getEventStatuses', { lang: 'ger' })).records;
    expect(statuses[1]).toMatchObject({ id: '2', name: 'Fertig', color: '#339933' });
  });
});
