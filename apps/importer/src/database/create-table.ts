import type { CreateTableBuilder, Kysely } from 'kysely';

import type { TableDeclaration } from '../tables/table-declaration.ts';
import type { Spelling } from './spelling.ts';

/** Importers of the first schema made tables and indexes themselves, and kept no list of migrations. */
const mayExist = (since: number): boolean => since === 1;

/** Creates a table without its indexes. */
export async function createTable(
  database: Kysely<unknown>,
  declaration: TableDeclaration,
  spelling: Spelling,
): Promise<void> {
  const { name, columns, key, since } = declaration;
  let table: CreateTableBuilder<string, string> = database.schema.createTable(name);
  if (mayExist(since)) table = table.ifNotExists();
  for (const [column, { type, required }] of Object.entries(columns))
    table = table.addColumn(column, spelling.types[type], (built) => (required ? built.notNull() : built));
  table = table.addPrimaryKeyConstraint(`${name}_key`, [...key]);
  await spelling.finish(table, declaration).execute();
}

/** Creates the indexes of a table. */
export async function createIndexes(
  database: Kysely<unknown>,
  { name, since: tableSince, indexes = {} }: TableDeclaration,
): Promise<void> {
  for (const [index, { columns, since = tableSince }] of Object.entries(indexes)) {
    const built = database.schema
      .createIndex(index)
      .on(name)
      .columns([...columns]);
    await (mayExist(since) ? built.ifNotExists() : built).execute();
  }
}
