import { expect, it } from 'vitest';

import { type AnyCall, calls } from '@erply-kit/schemas';

import { loggedIn, start } from '../../test/ask.ts';
import { exampleFields, savesBefore } from '../../test/example-fields.ts';
import { assembleMock } from '../create-mock.ts';
import { AccountReader, linesOf, type SavedLine } from './saved-account-lines.ts';

it('JSON holds all that any call leaves in an account, to the last undefined', async () => {
  const { mock, server } = assembleMock({ now: start, frozen: true, quota: 1e6 }, '127.0.0.1');
  const { call: ask } = await loggedIn(mock, 'a');
  const account = server.accounts.find('a');
  const changing = (Object.values(calls) as AnyCall[]).filter(({ effect }) => effect !== 'read');
  for (const call of changing)
    for (const each of [...savesBefore(call), call]) await ask(each.name, exampleFields(each));
  const saved = account?.save();
  if (saved === undefined) throw new Error('the account is gone');
  expect(saved.data.tables.size).toBeGreaterThan(15);
  const reader = new AccountReader();
  for (const line of linesOf('a', saved)) reader.read(JSON.parse(JSON.stringify(line)) as SavedLine);
  expect(reader.accounts.get('a')).toStrictEqual(saved);
});

it('no line is long, however much stock was moved', () => {
  const { mock, server } = assembleMock(
    { now: start, frozen: true, products: 50, journal: 'off' },
    '127.0.0.1',
  );
  const account = mock.account('a');
  for (let id = 0; id < 1500; id += 1)
    account.stockMovements.insert({ productID: 3, warehouseID: 1, amount: (id % 7) - 3 });
  const saved = server.accounts.find('a')?.save();
  if (saved === undefined) throw new Error('the account is gone');
  const lines = [...linesOf('a', saved)].map((line) => JSON.stringify(line));
  const read = lines.map((line) => JSON.parse(line) as SavedLine);
  const reader = new AccountReader();
  for (let times = 2; times > 0; times -= 1) for (const line of read) reader.read(line);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(200 * 1024);
  expect(lines.length).toBeGreaterThan(7);
  expect(reader.accounts.get('a')).toStrictEqual(saved);
});
