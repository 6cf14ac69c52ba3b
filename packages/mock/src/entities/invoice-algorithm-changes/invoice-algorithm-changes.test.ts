import { expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

const day = (days: number) => new Date((start + days * 86_400) * 1000).toISOString().slice(0, 10);

async function asker() {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  const changes = async () => (await call('getInvoiceAlgorithmChanges')).records;
  const refusal = async (request: string, fields: Fields) => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  return { mock, call, changes, refusal };
}

it('plans changes from a day on, one a day, and takes them back', async () => {
  const { call, changes } = await asker();
  expect(await changes()).toEqual([]);
  const added = await call('addInvoiceAlgorithmChange', { date: day(1), version: 3 });
  expect(added.records).toEqual([{ isAdded: 1 }]);
  await call('addInvoiceAlgorithmChange', { date: day(9), version: 5 });
  await call('addInvoiceAlgorithmChange', { date: day(1), version: 4 });
  expect(await changes()).toEqual([
    { date: day(1), version: 4 },
    { date: day(9), version: 5 },
  ]);
  const removed = await call('removeInvoiceAlgorithmChange', { date: day(1) });
  expect(removed.records).toEqual([{ recordsDeleted: 1 }]);
  expect(await changes()).toEqual([{ date: day(9), version: 5 }]);
  const nothing = await call('removeInvoiceAlgorithmChange', { date: day(2) });
  expect(nothing.records).toEqual([{ recordsDeleted: 0 }]);
});

it('refuses a day that is not to come, a version that there is not, and leaves nothing behind', async () => {
  const { changes, refusal } = await asker();
  const add = (fields: Fields) => refusal('addInvoiceAlgorithmChange', fields);
  expect(await add({ version: 3 })).toEqual([1010, 'date']);
  expect(await add({ date: day(1) })).toEqual([1010, 'version']);
  expect(await add({ date: day(0), version: 3 })).toEqual([1179, 'date']);
  expect(await add({ date: day(1), version: 1 })).toEqual([1180, 'version']);
  expect(await add({ date: day(1), version: 6 })).toEqual([1180, 'version']);
  expect(await changes()).toEqual([]);
});

it('takes back a change of today, and none of a day that is over', async () => {
  const { mock, call } = await asker();
  await call('addInvoiceAlgorithmChange', { date: day(1), version: 3 });
  mock.clock.advance('1d');
  const { call: nextDay } = await loggedIn(mock);
  const removed = await nextDay('removeInvoiceAlgorithmChange', { date: day(1) });
  expect(removed.records).toEqual([{ recordsDeleted: 1 }]);
  const past = (await nextDay('removeInvoiceAlgorithmChange', { date: day(0) })).status;
  expect([past.errorCode, past.errorField]).toEqual([1179, 'date']);
});
