import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely';

import type { ColumnDeclaration, TableDeclaration } from '../tables/table-declaration.ts';

/** What databases spell differently. */
export interface Spelling {
  readonly types: Readonly<Record<ColumnDeclaration['type'], ColumnDataType>>;
  /** Adds what follows the columns of a table. */
  finish(
    table: CreateTableBuilder<string, string>,
    declaration: TableDeclaration,
  ): CreateTableBuilder<string, string>;
}

/**
 * Creates a table and its indexes. Those of schema 1 may be there already: importers of that time made them, and kept
 * no list of migrations.
 */
export async function createTable(
  database: Kysely<unknown>,
  declaration: TableDeclaration,
  spelling: Spelling,
): Promise<void> {
  const { name, columns, key, indexes = {}, since } = declaration;
  const mayExist = since === 1;
  const { schema } = database;
  let table: CreateTableBuilder<string, string> = schema.createTable(name);
  if (mayExist) table = table.ifNotExists();
  for (const [column, { type, required }] of Object.entries(columns))
    table = table.addColumn(column, spelling.types[type], (built) => (required ? built.notNull() : built));
  table = table.addPrimaryKeyConstraint(`${name}_key`, [...key]);
  await spelling.finish(table, declaration).execute();
  for (const [index, names] of Object.entries(indexes)) {
    const built = schema
      .createIndex(index)
      .on(name)
      .columns([...names]);
    await (mayExist ? built.ifNotExists() : built).execute();
  }
}
