import { sql } from 'kysely';

import type { SqlSession } from '../database/sql-database.ts';
import { limitRows } from '../tables/limit-rows.ts';
import type { RecordTable } from '../tables/record-table.ts';
import { rewriteRecords } from './rewrite-records.ts';

const rowsAtOnce = 1000;

interface Stripping {
  readonly clientCode: string;
  readonly table: RecordTable;
  /** The columns that keep what they have. */
  readonly columns: readonly string[];
}

/** Takes from the rows of an account, removed ones included, what a table is no longer to hold. */
export async function stripRows(
  session: SqlSession,
  { clientCode, table, columns }: Stripping,
): Promise<void> {
  const { recordOf } = limitRows(table, { columns, forgotten: new Set() });
  const kept = table.keptFields ?? [];
  const emptied = Object.entries(table.columns).flatMap(([name, { field }]) =>
    columns.includes(name) || kept.includes(field) ? [] : name,
  );
  const next = (after: number) =>
    session.all(sql`select id, record from ${session.table(table.name)}
      where client_code = ${clientCode} and id > ${after} order by id limit ${rowsAtOnce}`);
  let rows = await next(0);
  // As many times as the table has rows for; each time they are others.
  while (rows.length > 0) {
    await rewriteRecords(session, rows, { clientCode, table: table.name, emptied, recordOf });
    rows = await next(Number(rows.at(-1)?.id));
  }
}
