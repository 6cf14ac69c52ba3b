import type { Migration } from 'kysely/migration';

import type { TableDeclaration } from '../tables/table-declaration.ts';
import { createTable, type Spelling } from './create-table.ts';

/**
 * The migrations that lead from nothing to all of these tables, one for each version of the schema. Their names sort
 * by code unit, so they have leading zeros.
 */
export function migrationsTo(
  tables: readonly TableDeclaration[],
  spelling: Spelling,
): Record<string, Migration> {
  const versions = new Set(tables.map(({ since }) => since));
  return Object.fromEntries(
    [...versions].map((version) => [
      String(version).padStart(4, '0'),
      {
        async up(database) {
          for (const table of tables) {
            if (table.since === version) await createTable(database, table, spelling);
          }
        },
      } satisfies Migration,
    ]),
  );
}
