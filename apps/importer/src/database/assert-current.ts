import { allTables } from '../tables/all-tables.ts';
import { DatabaseError } from './database-error.ts';
import type { SqlDatabase } from './sql-database.ts';

/** @throws DatabaseError when the database lacks a table: a run makes it. */
export async function assertCurrent(database: SqlDatabase): Promise<void> {
  for (const { name } of allTables)
    if (!(await database.hasTable(name)))
      throw new DatabaseError(
        database.label,
        'is of an older importer; the command "run" brings it up to date',
      );
}
