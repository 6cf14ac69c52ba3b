import type * as z from 'zod';

import { type calls, recordOf, wireOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { changedFrom, firstSecond } from '../../generic/list-filters.ts';
import type { Filter } from '../../query/filter.ts';
import { byNumber } from '../../query/order.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { refuse } from '../../wire/refusal.ts';
import { filtersOfInput } from '../products/filters.ts';

async function isAny(account: Account, tableName: string, filters: readonly Filter[]): Promise<boolean> {
  const order = byNumber(account.table(tableName).definition.key);
  return (await account.finder(tableName).find({ filters, order, direction: 'asc' })).total > 0;
}

/** Users are in no table. */
const hasChangedUser = ({ users }: Account, from: number) =>
  users.all().some(({ added = 0, lastModified = 0 }) => Math.max(added, lastModified) >= from);

async function isUpdated(account: Account, tableName: string, since: number): Promise<boolean> {
  if (tableName === 'users') return hasChangedUser(account, firstSecond(account, since));
  if (!account.hasTable(tableName)) return false;
  if (tableName === 'products') {
    const filters = filtersOfInput(account, { changedSince: since });
    return isAny(account, tableName, filters);
  }
  const from = firstSecond(account, since);
  return isAny(account, tableName, [changedFrom(account.finder(tableName).base, from)]);
}

const suffix = 'ChangedSince';

/** The tables that are asked about, with the time that each is asked for. */
function askedTables(input: Readonly<Record<string, unknown>>, all: readonly string[]): Map<string, number> {
  const { changedSince, ...single } = input;
  const asked = new Map(changedSince === undefined ? [] : all.map((name) => [name, Number(changedSince)]));
  for (const [name, since] of Object.entries(single)) asked.set(name.slice(0, -suffix.length), Number(since));
  return asked;
}

/** Whether tables have new, changed or deleted records; one that the account does not have has none. */
export const getChangedDataSince: Handler<typeof calls.getChangedDataSince> = async (context, input) => {
  userOf(context);
  const { account, call } = context;
  const record = recordOf(call);
  if (record === undefined) throw new Error('getChangedDataSince answers records');
  const { tableName: name } = record().shape as Readonly<Record<string, z.ZodType>>;
  const asked = askedTables(input, name === undefined ? [] : (wireOf(name)?.values ?? []));
  if (asked.size === 0) refuse(1010, 'changedSince');
  const write = recordWriter(record);
  const records: string[] = [];
  for (const [tableName, since] of asked) {
    const updated = (await isUpdated(account, tableName, since)) ? 1 : 0;
    const deleted = account.operationsLog.since(tableName, since).length > 0 ? 1 : 0;
    records.push(write({ tableName, updated, deleted }));
  }
  return { recordsTotal: records.length, records };
};
