import { openRecordTable } from '../sink/open-record-table.ts';
import { requiredInteger, requiredText } from './columns.ts';
import type { LaneDeclaration } from './lane-declaration.ts';
import { limitRows } from './limit-rows.ts';
import type { RecordTable } from './record-table.ts';

/**
 * Declares the table of a lane of records. `record` is the whole record as JSON, in Erply's own names; `deleted_at` is
 * set when a record is gone from the account; `generation` is the full read that saw it last.
 */
export function defineRecordTable(table: RecordTable): LaneDeclaration & RecordTable {
  const { name, since, indexes = {} } = table;
  const columns = {
    client_code: requiredText,
    id: requiredInteger,
    ...table.columns,
    generation: requiredInteger,
    deleted_at: { type: 'integer' },
    // Comes last: SQLite finds the columns before a long text without reading it.
    record: requiredText,
  } as const;
  const ofAccount = Object.entries(indexes).map(([index, { columns: names, ...more }]) => [
    index,
    { ...more, columns: ['client_code', ...names] },
  ]);
  return {
    ...table,
    tables: [{ name, since, columns, key: ['client_code', 'id'], indexes: Object.fromEntries(ofAccount) }],
    open: (database, clientCode, limits) =>
      openRecordTable(database, clientCode, { ...table, ...limitRows(table, limits) }),
    countSql: `SELECT count(*) FILTER (WHERE deleted_at IS NULL) AS records, count(deleted_at) AS removed
               FROM ${name} WHERE client_code = ?`,
  };
}
