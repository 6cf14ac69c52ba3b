import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

import {
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

import type { ResultRow, SqlSession, Upsert } from '../sql-database.ts';
import { sqliteQueries } from './sqlite-spelling.ts';

/** Writes queries in SQLite's words, and runs none. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** Queries have a few dozen shapes; more would be texts made of values. */
const maxStatements = 200;

/** Runs queries on a connection, each as soon as it is asked for. */
export function openSqliteSession(database: DatabaseSync): SqlSession {
  const statements = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const known = statements.get(text);
    if (known) return known;
    if (statements.size >= maxStatements) statements.clear();
    const statement = database.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  const bind = (query: RawBuilder<unknown>) => {
    const { sql, parameters } = query.compile(compiler);
    return { statement: prepare(sql), values: parameters as SQLInputValue[] };
  };
  return {
    ...sqliteQueries,
    async all(query) {
      const { statement, values } = bind(query);
      return statement.all(...values) as unknown as ResultRow[];
    },
    async run(query) {
      const { statement, values } = bind(query);
      return Number(statement.run(...values).changes);
    },
    async upsert(upsert) {
      const statement = prepare(upsertText(upsert));
      for (const row of upsert.rows) statement.run(...row);
    },
    hasTable: async (name) =>
      prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined,
  };
}

function upsertText({ table, key, columns, cleared = [] }: Upsert): string {
  const names = Object.keys(columns);
  const changes = [
    ...names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`),
    ...cleared.map((name) => `${name} = NULL`),
  ];
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
}
