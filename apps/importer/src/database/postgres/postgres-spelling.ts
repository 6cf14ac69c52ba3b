import { sql } from 'kysely';

import type { SqlSpelling } from '../sql-database.ts';
import { arrayParameter, sentTypes } from './array-parameter.ts';

/** Queries on the tables of a schema. Each names it: a search_path would be lost behind a pooler. */
export const postgresQueries = (schema: string): SqlSpelling => ({
  kind: 'postgres',
  nowSeconds: sql`extract(epoch from now())::bigint`,
  table: (name) => sql.id(schema, name),
  list(columns, rows) {
    const names = Object.keys(columns);
    const arrays = Object.values(columns).map(
      (type, index) =>
        sql`${arrayParameter(
          type,
          rows.map((row) => row[index]),
        )}::${sql.raw(sentTypes[type].array)}`,
    );
    const values = Object.entries(columns).map(([name, type]) => {
      const { as } = sentTypes[type];
      return as === undefined ? sql.ref(name) : sql`${sql.ref(name)}::${sql.raw(as)} as ${sql.ref(name)}`;
    });
    return sql`(select ${sql.join(values)}
      from unnest(${sql.join(arrays)}) as sent(${sql.join(names.map((name) => sql.id(name)))})) as v`;
  },
});
