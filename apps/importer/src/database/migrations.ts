import type { Migration } from 'kysely/migration';

import { type TableDeclaration, versionsOf } from '../tables/table-declaration.ts';
import { addColumns } from './add-columns.ts';
import { createIndexes, createTable } from './create-table.ts';
import { removeParts } from './remove-parts.ts';
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
            const { whole, added, removed } = partsOf(table, version);
            if (table.since === version) await createTable(database, whole, spelling);
            else {
              await removeParts(database, removed);
              await addColumns(database, added, spelling);
            }
            await createIndexes(database, added);
          }
        },
      } satisfies Migration,
    ]),
  );
}

interface Part {
  readonly since?: number;
  readonly until?: number;
}

/** What a table has in a version of the schema, what of it is new there, and what it has lost since the one before. */
function partsOf(table: TableDeclaration, version: number) {
  const select = (isPart: (since: number, until: number) => boolean): TableDeclaration => {
    const pick = <TPart extends Part>(parts: Readonly<Record<string, TPart>>) =>
      Object.fromEntries(
        Object.entries(parts).filter(([, { since = table.since, until = Number.POSITIVE_INFINITY }]) =>
          isPart(since, until),
        ),
      );
    const { former = {}, columns, indexes = {} } = table;
    return { ...table, columns: { ...pick(former), ...pick(columns) }, indexes: pick(indexes) };
  };
  return {
    whole: select((since, until) => since <= version && version < until),
    added: select((since, until) => since === version && version < until),
    removed: select((_, until) => until === version),
  };
}
