import { sql } from 'kysely';

import type { ResultRow, SqlSession } from '../database/sql-database.ts';
import { documentTables } from '../tables/all-tables.ts';
import { limitRows } from '../tables/limit-rows.ts';
import type { RecordTable } from '../tables/record-table.ts';
import type { Person } from './person.ts';
import { rewriteRecords } from './rewrite-records.ts';

/** Records about somebody that stay for the books, without the person, by their lane. */
export type DocumentCounts = Readonly<Record<keyof typeof documentTables, number>>;

const lanes = Object.keys(documentTables) as (keyof typeof documentTables)[];

/** Counts the documents of a database that say whom they are about. */
export async function countDocuments(session: SqlSession, person: Person): Promise<DocumentCounts> {
  const counts: [string, number][] = [];
  for (const lane of lanes)
    counts.push([lane, (await rowsAbout(session, documentTables[lane], person)).length]);
  return Object.fromEntries(counts) as DocumentCounts;
}

/** Takes somebody out of documents: what the books need stays. */
export async function stripDocuments(session: SqlSession, person: Person): Promise<void> {
  for (const lane of lanes) await stripTable(session, documentTables[lane], person);
}

/** The rows whose record names the person. */
async function rowsAbout(
  session: SqlSession,
  { name, about }: RecordTable,
  { clientCode, id }: Person,
): Promise<ResultRow[]> {
  if (about === undefined || !(await session.hasTable(name))) return [];
  const isNamed = about.fields.map(
    (field) => sql`cast(record ->> ${sql.lit(field)} as text) = ${String(id)}`,
  );
  return session.all(sql`select id, record from ${session.table(name)}
    where client_code = ${clientCode} and (${sql.join(isNamed, sql` or `)})`);
}

async function stripTable(session: SqlSession, table: RecordTable, person: Person): Promise<void> {
  const { clientCode, id: forgotten } = person;
  const { recordOf } = limitRows(table, { forgotten: new Set([forgotten]) });
  const kept = table.about?.kept ?? [];
  const emptied = Object.entries(table.columns).flatMap(([name, { field }]) =>
    kept.includes(field) ? [] : name,
  );
  const rows = await rowsAbout(session, table, person);
  await rewriteRecords(session, rows, { clientCode, table: table.name, emptied, recordOf });
}
