import * as z from 'zod';

import type { Account } from '../account/account.ts';
import { fieldsNotStored } from '../store/joins.ts';
import type { Row } from '../store/row.ts';
import type { Table } from '../store/table.ts';
import type { SideTable } from './side-table.ts';

/** What one line of own data says. */
export type DataEntry =
  | { readonly table: string; readonly record: Row }
  | {
      readonly table: string;
      readonly id: number;
      readonly deleted: true;
      readonly timestamp: number;
      readonly userName?: string;
      readonly logged?: false;
    };

export interface ExportChoice {
  readonly sideTables: readonly SideTable[];
  /** Only these; all when left out. */
  readonly tables?: readonly string[] | undefined;
  /** Only what the account has changed since its start. */
  readonly onlyChanged: boolean;
}

/**
 * What lies inside of a field as it is read again: rows of documents do not hold what nobody set, and an import sets it. A
 * text does not depend on whether its account was imported.
 */
function asRead(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined || typeof value !== 'object' || value === null) return value;
  const result = z.safeDecode(schema, value as never);
  return result.success ? result.data : value;
}

/** A row as files have it: what is joined or computed is left out, and its times say that it comes with its history. */
function recordOf(table: Table, id: number, fields: Row): Row {
  const { key, record } = table.definition;
  const shape = record().shape as Readonly<Record<string, z.ZodType>>;
  const notStored = new Set(fieldsNotStored(table));
  const shown = Object.entries(fields).filter(([name]) => name !== key && !notStored.has(name));
  const row = table.get(id);
  const times = { added: row?.added ?? 0, lastModified: row?.lastModified ?? 0 };
  // What it does not have of the defaults it must not get.
  const without = Object.keys(table.behaviour.defaults ?? {}).filter((name) => row?.[name] === undefined);
  return {
    [key]: id,
    ...Object.fromEntries(shown.map(([name, value]) => [name, asRead(shape[name], value) ?? null])),
    ...Object.fromEntries(without.map((name) => [name, null])),
    ...times,
  };
}

const byID = ([left]: readonly [number, unknown], [right]: readonly [number, unknown]) => left - right;

/** What the account has changed, without what it was given at its start. */
function ownChanges(account: Account, table: Table): [id: number, change: Row | undefined][] {
  const initial = account.shared.initialData?.tables.get(table.definition.name)?.changes;
  return [...table.changes]
    .filter(([id, change]) => initial === undefined || !initial.has(id) || initial.get(id) !== change)
    .sort(byID);
}

/** Deletions that the operations log knows nothing of, as those of parts of a record. */
function* unlogged(account: Account, table: Table, logged: ReadonlySet<number>): Iterable<DataEntry> {
  const { name: tableName, key } = table.definition;
  for (const [id, change] of [...table.changes].sort(byID)) {
    // A row that is whole where the base has one stands for one that was deleted before.
    const isDeleted = change === undefined || (table.isBase(id) && Object.hasOwn(change, key));
    if (isDeleted && !logged.has(id))
      yield { table: tableName, id, deleted: true, timestamp: account.now(), logged: false };
  }
}

function* recordsOf(account: Account, table: Table, onlyChanged: boolean): Iterable<Row> {
  if (onlyChanged) {
    for (const [id, change] of ownChanges(account, table))
      if (change !== undefined) yield recordOf(table, id, change);
    return;
  }
  for (const id of table.ids()) yield recordOf(table, id, table.get(id) ?? {});
}

function* entriesOfTable(
  account: Account,
  table: Table,
  { onlyChanged, logged }: { readonly onlyChanged: boolean; readonly logged: ReadonlySet<number> },
): Iterable<DataEntry> {
  yield* unlogged(account, table, logged);
  for (const record of recordsOf(account, table, onlyChanged)) yield { table: table.definition.name, record };
}

/** What an account has, as lines of own data: its log of deletions, then table by table. It must not change meanwhile. */
export function* exportEntries(account: Account, choice: ExportChoice): Generator<DataEntry> {
  const { tables, onlyChanged, sideTables } = choice;
  const isWanted = (name: string) => tables === undefined || tables.includes(name);
  const known = onlyChanged ? (account.shared.initialData?.operationsLog.length ?? 0) : 0;
  const log = account.operationsLog
    .save()
    .slice(known)
    .filter(({ tableName }) => isWanted(tableName));
  for (const { tableName: table, itemID: id, timestamp, userName } of log)
    yield { table, id, deleted: true, timestamp, userName };
  for (const name of account.tableNames) {
    if (!isWanted(name)) continue;
    const logged = new Set(log.filter(({ tableName }) => tableName === name).map(({ itemID }) => itemID));
    yield* entriesOfTable(account, account.table(name), { onlyChanged, logged });
  }
  for (const side of sideTables) {
    if (!isWanted(side.name)) continue;
    for (const record of side.records(account, onlyChanged)) yield { table: side.name, record };
  }
}
