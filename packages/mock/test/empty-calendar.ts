import { expect } from 'vitest';

import { type Fields, frozenMock, loggedIn } from './ask.ts';

export type Event = Record<string, any>;

/** A shop without events of its own, and what asks it. */
export async function emptyCalendar() {
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

/** A time of one day. */
export const at = (time: string) => `2026-02-02 ${time}:00`;
