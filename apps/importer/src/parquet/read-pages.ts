import { sql } from 'kysely';

import type { ResultRow, SqlSession } from '../database/sql-database.ts';
import type { SqlValue } from '../tables/columns.ts';
import type { TableDeclaration } from '../tables/table-declaration.ts';

const pageRows = 1000;

interface Reading {
  readonly table: TableDeclaration;
  /** Rows of this account only. */
  readonly clientCode?: string | undefined;
}

/** The rows of a table in the order of its key, page by page: as many as fit into one are in memory. */
export async function* readPages(
  session: SqlSession,
  { table, clientCode }: Reading,
): AsyncGenerator<readonly ResultRow[]> {
  const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const { key } = table;
  const ofAccount = clientCode === undefined ? sql`` : sql`and client_code = ${clientCode}`;
  let after: readonly SqlValue[] | undefined;
  for (;;) {
    const isBehind = after === undefined ? sql`1 = 1` : sql`(${refs(key)}) > (${sql.join(after)})`;
    const rows = await session.all(sql`
      select ${refs(Object.keys(table.columns))} from ${session.table(table.name)}
      where ${isBehind} ${ofAccount} order by ${refs(key)} limit ${sql.lit(pageRows)}`);
    const last = rows.at(-1);
    if (last !== undefined) yield rows;
    if (last === undefined || rows.length < pageRows) return;
    after = key.map((name) => last[name] ?? null);
  }
}
