import type { DatabaseSync } from 'node:sqlite';

import { limitRows } from '../tables/limit-rows.ts';
import type { RecordTable } from '../tables/record-table.ts';

const rowsAtOnce = 1000;

interface Stripping {
  readonly clientCode: string;
  readonly table: RecordTable;
  /** The columns that keep what they have. */
  readonly columns: readonly string[];
}

/** Takes from the rows of an account, removed ones included, what a table is no longer to hold. */
export function stripRows(database: DatabaseSync, { clientCode, table, columns }: Stripping): void {
  const { recordOf } = limitRows(table, { columns, forgotten: new Set() });
  const kept = table.keptFields ?? [];
  const emptied = Object.entries(table.columns).flatMap(([name, { field }]) =>
    columns.includes(name) || kept.includes(field) ? [] : `${name} = NULL`,
  );
  const next = database.prepare(
    `SELECT id, record FROM ${table.name} WHERE client_code = ? AND id > ? ORDER BY id LIMIT ${rowsAtOnce}`,
  );
  const put = database.prepare(
    `UPDATE ${table.name} SET ${[...emptied, 'record = ?'].join(', ')} WHERE client_code = ? AND id = ?`,
  );
  let rows = next.all(clientCode, 0);
  // As many times as the table has rows for; each time they are others.
  while (rows.length > 0) {
    for (const { id, record } of rows)
      put.run(JSON.stringify(recordOf(JSON.parse(String(record)))), clientCode, Number(id));
    rows = next.all(clientCode, Number(rows.at(-1)?.id));
  }
}
