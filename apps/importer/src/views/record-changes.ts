import { type RawBuilder, sql } from 'kysely';

import { allTables } from '../tables/all-tables.ts';
import type { TableDeclaration } from '../tables/table-declaration.ts';
import type { View } from './view.ts';

const has = ({ columns }: TableDeclaration, name: string) => Object.hasOwn(columns, name);
const recordTables = allTables.filter((table) => has(table, 'deleted_at'));
const datedTables = recordTables.filter((table) => has(table, 'last_modified'));

const union = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql` union all `);

/** Records that are gone from the account, of all tables, with the second of Erply's clock when they went. */
export const deletedRecords: View = {
  name: 'deleted_records',
  since: 5,
  select: ({ table }) =>
    union(
      recordTables.map(
        ({ name }) => sql`select client_code, ${sql.lit(name)} as table_name, id, deleted_at
          from ${table(name)} where deleted_at is not null`,
      ),
    ),
};

/**
 * What was added, changed or deleted in the last 24 hours, as far as Erply says when; the hours are those of the
 * database's clock.
 */
export const changesOfLastDay: View = {
  name: 'changes_of_last_day',
  since: 5,
  select: ({ table, nowSeconds }) =>
    union(
      datedTables.map(({ name, columns }) => {
        const added = Object.hasOwn(columns, 'added') ? sql`coalesce(added, 0)` : sql`0`;
        // What was never changed since it was added has 0.
        const savedAt = sql`case when last_modified > ${added} then last_modified else ${added} end`;
        const changedAt = sql`coalesce(deleted_at, ${savedAt})`;
        const since = sql`${nowSeconds} - 86400`;
        const change = sql`case when deleted_at is not null then 'deleted'
          when ${added} >= ${since} then 'added' else 'changed' end`;
        return sql`select client_code, ${sql.lit(name)} as table_name, id, ${change} as change,
          ${changedAt} as changed_at from ${table(name)} where ${changedAt} >= ${since}`;
      }),
    ),
};
