import type { DatabaseSync } from 'node:sqlite';

import type { SqlValue } from '../tables/columns.ts';
import type { RecordTable } from '../tables/record-table.ts';

/** The rows that records of one account have inside, in their own table. Writing happens inside the sink's transaction. */
export interface StoredRows {
  /** Puts the rows of a record in place of those that are there. */
  replace(documentID: number, rows: readonly (readonly SqlValue[])[]): void;
  /** Removes the rows of records that are removed. */
  removeOrphans(): void;
}

export function openRowsTable(
  database: DatabaseSync,
  clientCode: string,
  { name: owner, rows }: RecordTable,
): StoredRows | undefined {
  if (rows === undefined) return undefined;
  const { name, columns } = rows;
  const names = ['client_code', 'document_id', 'position', ...Object.keys(columns)];
  const remove = database.prepare(`DELETE FROM ${name} WHERE client_code = ? AND document_id = ?`);
  const put = database.prepare(
    `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const removeOrphans = database.prepare(
    `DELETE FROM ${name} WHERE client_code = ?1 AND document_id IN
       (SELECT id FROM ${owner} WHERE client_code = ?1 AND deleted_at IS NOT NULL)`,
  );
  return {
    replace(documentID, values) {
      remove.run(clientCode, documentID);
      for (const [index, row] of values.entries()) put.run(clientCode, documentID, index + 1, ...row);
    },
    removeOrphans: () => void removeOrphans.run(clientCode),
  };
}
