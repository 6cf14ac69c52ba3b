import type * as z from 'zod';

import { type calls, recordOf, wireOf } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { recordWriter } from '../wire/record-writer.ts';
import { refuse } from '../wire/refusal.ts';
import { isChangedSince } from './generic-list.ts';
import { type Handler, userOf } from './handler.ts';

/** Products are asked without building their rows. */
function stampsOf(account: Account, tableName: string): (id: number) => Readonly<Record<string, unknown>> {
  if (tableName !== 'products') return (id) => account.table(tableName).get(id) ?? {};
  return (id) => {
    const product = account.products.fieldsOf(id);
    return { added: product.get('added'), lastModified: product.get('lastModified') };
  };
}

function isUpdated(account: Account, tableName: string, since: number): boolean {
  if (!account.hasTable(tableName)) return false;
  const isInclusive = account.switches.changedSinceInclusive === 'yes';
  const stamps = stampsOf(account, tableName);
  for (const id of account.table(tableName).ids()) {
    if (isChangedSince(stamps(id), since, isInclusive)) return true;
  }
  return false;
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
export const getChangedDataSince: Handler<typeof calls.getChangedDataSince> = (context, input) => {
  userOf(context);
  const { account, call } = context;
  const record = recordOf(call);
  if (record === undefined) throw new Error('getChangedDataSince answers records');
  const { tableName: name } = record().shape as Readonly<Record<string, z.ZodType>>;
  const asked = askedTables(input, name === undefined ? [] : (wireOf(name)?.values ?? []));
  if (asked.size === 0) refuse(1010, 'changedSince');
  const write = recordWriter(record);
  const records = Array.from(asked, ([tableName, since]) =>
    write({
      tableName,
      updated: isUpdated(account, tableName, since) ? 1 : 0,
      deleted: account.operationsLog.since(tableName, since).length > 0 ? 1 : 0,
    }),
  );
  return { recordsTotal: records.length, records };
};
