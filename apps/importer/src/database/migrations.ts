import type { Migration } from 'kysely/migration';

import { type TableDeclaration, versionsOf } from '../tables/table-declaration.ts';
import { addColumns } from './add-columns.ts';
import { createIndexes, createTable } from './create-table.ts';
import type { Spelling } from './spelling.ts';

/**
 * The migrations that lead from nothing to all of these tables, one for each version of the schema. Their names sort
 * by code unit, so they have leading zeros.
 */
export function migrationsTo(
  tables: readonly TableDeclaration[],
  spelling: Spelling,
): Record<string, Migration> {
  return Object.fromEntries(
    versionsOf(tables).map((version) => [
      String(version).padStart(4, '0'),
      {
        async up(connection) {
          const database = spelling.within(connection);
          for (const table of tables) {
            const { old, added } = partsOf(table, version);
            if (table.since === version) await createTable(database, old, spelling);
            else await addColumns(database, added, spelling);
            await createIndexes(database, added);
          }
        },
      } satisfies Migration,
    ]),
  );
}

/** What a table has in a version of the schema, and what of it is new there. */
function partsOf(table: TableDeclaration, version: number) {
  const select = (isPart: (since: number) => boolean): TableDeclaration => {
    const pick = <TPart extends { readonly since?: number }>(parts: Readonly<Record<string, TPart>>) =>
      Object.fromEntries(Object.entries(parts).filter(([, part]) => isPart(part.since ?? table.since)));
    return { ...table, columns: pick(table.columns), indexes: pick(table.indexes ?? {}) };
  };
  return { old: select((since) => since <= version), added: select((since) => since === version) };
}
