import type { Kysely } from 'kysely';

import { MappingError } from '@erply-kit/sync';

import type { FieldColumn, SqlValue } from '../tables/columns.ts';
import type { ColumnDeclaration, TableDeclaration } from '../tables/table-declaration.ts';
import type { Spelling } from './spelling.ts';

/** Adds columns to a table of records that is there, and fills them from the records that it holds. */
export async function addColumns(
  database: Kysely<unknown>,
  { name, columns }: TableDeclaration,
  spelling: Spelling,
): Promise<void> {
  const added = Object.entries(columns);
  for (const [column, { type }] of added)
    await database.schema.alterTable(name).addColumn(column, spelling.types[type]).execute();
  const filled = added.flatMap(([column, declaration]) =>
    isFieldColumn(declaration) ? [[column, declaration] as const] : [],
  );
  if (filled.length > 0) await fillColumns(database as Kysely<AnyTables>, name, new Map(filled));
}

type AnyTables = Record<string, Record<string, SqlValue>>;

const isFieldColumn = (column: ColumnDeclaration): column is FieldColumn => 'read' in column;

const rowsAtOnce = 1000;

async function fillColumns(
  database: Kysely<AnyTables>,
  table: string,
  columns: ReadonlyMap<string, FieldColumn>,
): Promise<void> {
  const next = database.selectFrom(table).select(['client_code', 'id', 'record']).limit(rowsAtOnce);
  const inOrder = next.orderBy('client_code').orderBy('id');
  let rows = await inOrder.execute();
  // As many times as the table has rows for; each time they are others.
  while (rows.length > 0) {
    for (const { client_code = '', id = 0, record } of rows) {
      const fields = JSON.parse(String(record));
      const values = Object.fromEntries(
        Array.from(columns, ([name, { read }]) => [name, tryRead(read, fields)]),
      );
      await database
        .updateTable(table)
        .set(values)
        .where('client_code', '=', client_code)
        .where('id', '=', id)
        .execute();
    }
    const { client_code: lastCode = '', id: lastId = 0 } = rows.at(-1) ?? {};
    rows = await inOrder
      .where(({ and, eb, or }) =>
        or([
          eb('client_code', '>', lastCode),
          and([eb('client_code', '=', lastCode), eb('id', '>', lastId)]),
        ]),
      )
      .execute();
  }
}

/** Null where the record, as it was stored, does not have the field: what is missing is not 0. */
function tryRead(read: FieldColumn['read'], record: Readonly<Record<string, unknown>>): SqlValue {
  try {
    return read(record);
  } catch (error) {
    if (error instanceof MappingError) return null;
    throw error;
  }
}
