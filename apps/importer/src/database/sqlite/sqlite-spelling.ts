import { sql } from 'kysely';

import type { SqlSpelling } from '../sql-database.ts';

export const sqliteQueries: SqlSpelling = {
  kind: 'sqlite',
  nowSeconds: sql`unixepoch()`,
  table: (name) => sql.table(name),
  list(columns, rows) {
    const values = Object.keys(columns).map(
      (column, index) => sql`value ->> ${sql.lit(index)} as ${sql.ref(column)}`,
    );
    return sql`(select ${sql.join(values)} from json_each(${JSON.stringify(rows)})) as v`;
  },
};
