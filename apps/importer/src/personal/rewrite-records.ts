import { sql } from 'kysely';

import type { ResultRow, SqlSession } from '../database/sql-database.ts';
import type { RowMaker } from '../tables/limit-rows.ts';

interface Rewriting extends Pick<RowMaker, 'recordOf'> {
  readonly clientCode: string;
  readonly table: string;
  /** Columns that become null. */
  readonly emptied: readonly string[];
}

/** Writes less of each record in place of it; `rows` have `id` and `record`. */
export async function rewriteRecords(
  session: SqlSession,
  rows: readonly ResultRow[],
  { clientCode, table, emptied, recordOf }: Rewriting,
): Promise<void> {
  if (rows.length === 0) return;
  const list = session.list(
    { id: 'integer', record: 'json' },
    rows.map(({ id = null, record }) => [id, JSON.stringify(recordOf(JSON.parse(String(record))))]),
  );
  const changes = [...emptied.map((name) => sql`${sql.ref(name)} = null`), sql`record = v.record`];
  await session.run(sql`update ${session.table(table)} as t set ${sql.join(changes)} from ${list}
    where t.client_code = ${clientCode} and t.id = v.id`);
}
