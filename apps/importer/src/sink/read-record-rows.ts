import { sql } from 'kysely';

import type { KeyRange, RowKey, StoredRow } from '@erply-kit/sync';

import { idsOf, type ResultRow, type SqlSession } from '../database/sql-database.ts';
import type { SqlValue } from '../tables/columns.ts';
import type { RecordTable } from '../tables/record-table.ts';
import type { RowsTable } from '../tables/rows-table.ts';
import type { SqlRow } from './lane-table.ts';

interface Reading {
  readonly clientCode: string;
  readonly table: RecordTable;
}

/** The rows of these records as they are in their tables. */
export async function readRecordRows(
  session: SqlSession,
  keys: readonly RowKey[],
  { clientCode, table }: Reading,
): Promise<StoredRow<SqlRow>[]> {
  if (keys.length === 0) return [];
  const ids = keys.map(({ id }) => id);
  const names = [...Object.keys(table.columns), 'record'];
  const found = await session.all(sql`
    select id, deleted_at, ${sql.join(names.map((name) => sql.ref(name)))} from ${session.table(table.name)}
    where client_code = ${clientCode} and id in (select v.id from ${idsOf(session, ids)})`);
  const inside = table.rows && (await readInnerRows(session, ids, { clientCode, rows: table.rows }));
  return found.map((row) => {
    const id = Number(row.id);
    return {
      id,
      removed: row.deleted_at !== null,
      row: { id, values: valuesOf(row, names), rows: inside?.get(id) ?? [] },
    };
  });
}

async function readInnerRows(
  session: SqlSession,
  ids: readonly number[],
  { clientCode, rows }: { readonly clientCode: string; readonly rows: RowsTable },
): Promise<Map<number, SqlValue[][]>> {
  const names = Object.keys(rows.columns);
  const found = await session.all(sql`
    select document_id, ${sql.join(names.map((name) => sql.ref(name)))} from ${session.table(rows.name)}
    where client_code = ${clientCode} and document_id in (select v.id from ${idsOf(session, ids)})
    order by document_id, position`);
  const byDocument = new Map<number, SqlValue[][]>();
  for (const row of found) {
    const id = Number(row.document_id);
    const list = byDocument.get(id) ?? [];
    list.push(valuesOf(row, names));
    byDocument.set(id, list);
  }
  return byDocument;
}

const valuesOf = (row: ResultRow, names: readonly string[]): SqlValue[] =>
  names.map((name) => row[name] ?? null);

/** Keys of records that are not removed, in the order of their IDs. */
export async function listRecordKeys(
  session: SqlSession,
  { after, limit }: KeyRange,
  { clientCode, table }: Reading,
): Promise<RowKey[]> {
  const found = await session.all(sql`select id from ${session.table(table.name)}
    where client_code = ${clientCode} and id > ${after?.id ?? 0} and deleted_at is null
    order by id limit ${limit}`);
  return found.map(({ id }) => ({ id: Number(id) }));
}
