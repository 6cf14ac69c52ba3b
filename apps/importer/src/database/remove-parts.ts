import type { Kysely } from 'kysely';

import type { TableDeclaration } from '../tables/table-declaration.ts';

/** Takes columns and indexes out of a table that is there. Indexes go first: SQLite keeps a column that one is on. */
export async function removeParts(
  database: Kysely<unknown>,
  { name, columns, indexes = {} }: TableDeclaration,
): Promise<void> {
  for (const index of Object.keys(indexes)) await database.schema.dropIndex(index).execute();
  for (const column of Object.keys(columns))
    await database.schema.alterTable(name).dropColumn(column).execute();
}
