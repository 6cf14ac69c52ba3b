import { sql } from 'kysely';

import { openRecordTable } from '../sink/open-record-table.ts';
import { requiredInteger, requiredText } from './columns.ts';
import type { LaneDeclaration } from './lane-declaration.ts';
import { limitRows } from './limit-rows.ts';
import type { RecordTable } from './record-table.ts';
import type { RowsTable } from './rows-table.ts';
import type { TableDeclaration } from './table-declaration.ts';

const ofAccount = (indexes: NonNullable<RecordTable['indexes']>) =>
  Object.fromEntries(
    Object.entries(indexes).map(([index, { columns, ...more }]) => [
      index,
      { ...more, columns: ['client_code', ...columns] },
    ]),
  );

/** A later column is not filled from the records, as those of records are: it is null until they come again. */
function declareRows({ name, columns, indexes = {} }: RowsTable, since: number): TableDeclaration {
  const own = Object.entries(columns).map(([column, { type }]) => [column, { type }]);
  return {
    name,
    since,
    columns: {
      client_code: requiredText,
      document_id: requiredInteger,
      position: requiredInteger,
      ...Object.fromEntries(own),
    },
    key: ['client_code', 'document_id', 'position'],
    indexes: ofAccount(indexes),
    withoutRowid: true,
  };
}

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
    record: { type: 'json', required: true },
  } as const;
  const declaration = {
    ...{ name, since, columns, key: ['client_code', 'id'], indexes: ofAccount(indexes) },
    ...(table.former && { former: table.former }),
  };
  return {
    ...table,
    tables: table.rows === undefined ? [declaration] : [declaration, declareRows(table.rows, since)],
    open: (clientCode, limits) => openRecordTable(clientCode, { ...table, ...limitRows(table, limits) }),
    count: (spelling, clientCode) => sql`
      select count(*) filter (where deleted_at is null) as records, count(deleted_at) as removed
      from ${spelling.table(name)} where client_code = ${clientCode}`,
  };
}
