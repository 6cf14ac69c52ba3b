import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';

import { allTables } from '../../tables/all-tables.ts';
import type { TableDeclaration } from '../../tables/table-declaration.ts';
import { createViews, dropViews } from '../../views/replace-views.ts';
import { migrationsTo } from '../migrations.ts';
import { applicationId, versionOf } from '../schema.ts';
import type { Spelling } from '../spelling.ts';
import { openSqliteSession } from './sqlite-session.ts';

/** SQLite checks types in strict tables only. */
const sqliteSpelling: Spelling = {
  types: { text: 'text', integer: 'integer', decimal: 'real', json: 'text' },
  within: (database) => database,
  finish: (table, { withoutRowid }) =>
    table.modifyEnd(withoutRowid ? sql`strict, without rowid` : sql`strict`),
};

/**
 * Brings an empty database, or one of an older schema, to the schema of these tables, in one transaction: whatever
 * fails or ends the process meanwhile, the database is as it was.
 *
 * @throws the error of SQLite, or of the migrator.
 */
export async function migrateSqlite(
  database: DatabaseSync,
  tables: readonly TableDeclaration[] = allTables,
): Promise<void> {
  const version = versionOf(tables);
  database.exec('BEGIN IMMEDIATE');
  try {
    const session = openSqliteSession(database);
    await dropViews(session);
    const migrator = new Migrator({
      // Kysely begins no transaction of its own on SQLite, so all it does is in ours, its list of migrations too.
      db: new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqliteFor(database) }) }),
      provider: { getMigrations: async () => migrationsTo(tables, sqliteSpelling) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    // They show all tables.
    if (allTables.every((table) => tables.includes(table))) await createViews(session);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version}; COMMIT`);
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Node's SQLite as Kysely expects it; Kysely asks a statement whether it gives rows, and Node does not say. */
function sqliteFor(database: DatabaseSync): SqliteDatabase {
  return {
    prepare(text) {
      const statement = database.prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as SQLInputValue[])),
        run: (values) => statement.run(...(values as SQLInputValue[])),
        iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
      };
    },
    // Whoever opened it closes it.
    close() {},
  };
}
