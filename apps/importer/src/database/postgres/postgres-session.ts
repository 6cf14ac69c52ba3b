import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely';

import type { SqlValue } from '../../tables/columns.ts';
import type { ResultRow, SqlSession, SqlSpelling, Upsert } from '../sql-database.ts';
import { postgresQueries } from './postgres-spelling.ts';

/** What a query gave. */
export interface QueryAnswer {
  readonly rows: ResultRow[];
  readonly rowCount: number | null;
}

/** Runs a query on a connection. Its errors are `DatabaseError`s. */
export type Ask = (text: string, values?: readonly unknown[]) => Promise<QueryAnswer>;

/** Writes queries in PostgreSQL's words, and runs none. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Runs queries on the tables of a schema. */
export function openPostgresSession(ask: Ask, schema: string): SqlSession {
  const spelling = postgresQueries(schema);
  const answer = (query: RawBuilder<unknown>) => {
    const { sql: text, parameters } = query.compile(compiler);
    return ask(text, parameters);
  };
  return {
    ...spelling,
    all: async (query) => (await answer(query)).rows,
    run: async (query) => (await answer(query)).rowCount ?? 0,
    async upsert(upsert) {
      if (upsert.rows.length > 0) await answer(upsertQuery(spelling, upsert));
    },
    async hasTable(name) {
      const found = await ask(
        `select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p')`,
        [schema, name],
      );
      return found.rows.length > 0;
    },
  };
}

function upsertQuery(spelling: SqlSpelling, upsert: Upsert): RawBuilder<unknown> {
  const { table, key, columns, cleared = [] } = upsert;
  const names = Object.keys(columns);
  const list = (some: readonly string[]) => sql.join(some.map((name) => sql.ref(name)));
  const changes = [
    ...names
      .filter((name) => !key.includes(name))
      .map((name) => sql`${sql.ref(name)} = ${sql.id('excluded', name)}`),
    ...cleared.map((name) => sql`${sql.ref(name)} = null`),
  ];
  return sql`insert into ${spelling.table(table)} (${list(names)})
    select ${list(names)} from ${spelling.list(columns, lastOfEachKey(upsert))}
    on conflict (${list(key)}) do update set ${sql.join(changes)}`;
}

/** PostgreSQL refuses a statement that would write a row twice (21000). */
function lastOfEachKey({ key, columns, rows }: Upsert): readonly (readonly SqlValue[])[] {
  const names = Object.keys(columns);
  const positions = key.map((name) => names.indexOf(name));
  const byKey = new Map(rows.map((row) => [JSON.stringify(positions.map((at) => row[at])), row]));
  return byKey.size === rows.length ? rows : [...byKey.values()];
}
