import { MappingError } from '@erply-kit/sync';

import type { SqlValue } from './columns.ts';
import type { RowsTable } from './rows-table.ts';

type RecordFields = Readonly<Record<string, unknown>>;

/** Values of the columns of each row inside a record. */
export function readRows({ field, columns }: RowsTable, record: RecordFields): SqlValue[][] {
  const rows = record[field];
  // A document without rows may come without the list, and PHP has no other spelling of an empty one.
  if (rows === undefined || rows === null) return [];
  if (!Array.isArray(rows)) throw new MappingError(field, 'not a list');
  return rows.map((row, index) => readRow(row, { columns, path: `${field}.${index + 1}` }));
}

function readRow(
  row: unknown,
  { columns, path }: { readonly columns: RowsTable['columns']; readonly path: string },
): SqlValue[] {
  if (typeof row !== 'object' || row === null) throw new MappingError(path, 'not an object');
  return Object.values(columns).map(({ read }) => {
    try {
      return read(row as RecordFields);
    } catch (error) {
      if (!(error instanceof MappingError)) throw error;
      throw new MappingError(`${path}.${error.path}`, error.message);
    }
  });
}
