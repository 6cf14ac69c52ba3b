import { describe, expect, it } from 'vitest';

import { start } from '../../../test/ask.ts';
import { at, type Event, emptyCalendar } from '../../../test/empty-calendar.ts';

describe('getEvents', () => {
  it('finds by when events begin and end, both ends included, and never one without an end by its end', async () => {
    const { data, save, idsOf } = await emptyCalendar();
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
    const { call, save, find, idsOf } = await emptyCalendar();
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
    const { save, idsOf } = await emptyCalendar();
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
    const { mock, save, idsOf, call } = await emptyCalendar();
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
    const { mock, save, idsOf } = await emptyCalendar();
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
    const { data, call } = await emptyCalendar();
    for (let count = 0; count < 1001; count += 1) data.insert({ typeID: 1, startTime: at('10:00') });
    const page = await call('getEvents', { recordsOnPage: 5000 });
    expect(page.status).toMatchObject({ recordsTotal: 1001, recordsInResponse: 1000 });
    expect((await call('getEvents', { recordsOnPage: 5000, pageNo: 2 })).status.recordsInResponse).toBe(1);
    expect((await call('getEvents')).status.recordsInResponse).toBe(20);
  });

  it('shows the names of now: those of types, statuses, projects and customers', async () => {
    const { mock, call, save, find, importRecord } = await emptyCalendar();
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
