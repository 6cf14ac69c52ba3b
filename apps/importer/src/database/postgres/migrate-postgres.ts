import {
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  PostgresQueryCompiler,
} from 'kysely';
import { Migrator } from 'kysely/migration';
import type pg from 'pg';

import { allTables } from '../../tables/all-tables.ts';
import type { TableDeclaration } from '../../tables/table-declaration.ts';
import { createViews, dropViews } from '../../views/replace-views.ts';
import { migrationsTo } from '../migrations.ts';
import type { Spelling } from '../spelling.ts';
import { leasesTable } from './account-lock.ts';
import { type Ask, openPostgresSession } from './postgres-session.ts';

const spellingOf = (schema: string): Spelling => ({
  types: { text: 'text', integer: 'bigint', decimal: 'numeric', json: 'jsonb' },
  finish: (table) => table,
  within: (database) => database.withSchema(schema),
});

/** All is done in a transaction that is open already, under a lock that is taken already. */
class AdapterInTransaction extends PostgresAdapter {
  override get supportsTransactionalDdl(): boolean {
    return false;
  }
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/** One connection, as a pool. */
const poolOf = (client: pg.PoolClient): PostgresPool =>
  ({
    connect: async () => ({ query: client.query.bind(client), release() {} }),
    end: async () => {},
  }) as unknown as PostgresPool;

/**
 * Brings a schema to that of these tables, inside of a transaction: whatever fails or ends the process meanwhile, the
 * database is as it was, and whoever starts at the same time waits, and finds all of it done.
 *
 * @throws the error of PostgreSQL, or of the migrator.
 */
export async function migratePostgres(
  client: pg.PoolClient,
  schema: string,
  tables: readonly TableDeclaration[] = allTables,
): Promise<void> {
  const database = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new AdapterInTransaction(),
      createDriver: () => new PostgresDriver({ pool: poolOf(client) }),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrationsTo(tables, spellingOf(schema)) },
    migrationTableSchema: schema,
  });
  await prepareSchema(client, schema);
  const session = openPostgresSession((text, values) => client.query(text, values as unknown[]), schema);
  await dropViews(session);
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  // They show all tables.
  if (allTables.every((table) => tables.includes(table))) await createViews(session);
}

/**
 * Makes what the migrator would make too, but whose failure it takes for somebody else's haste: then it asks on in a
 * transaction that has failed. A schema that is there needs no right to make schemas.
 */
async function prepareSchema(client: pg.PoolClient, schema: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_catalog.pg_namespace where nspname = $1', [
    schema,
  ]);
  if (rowCount === 0) await client.query(`create schema "${schema}"`);
  await client.query(`create table if not exists "${schema}"."${leasesTable}" (
    client_code text primary key, holder text not null, expires_at timestamptz)`);
}

/** Waits for whoever is migrating the schema just now; the lock ends with the transaction. */
export async function lockMigrations(ask: Ask, schema: string): Promise<void> {
  await ask("select pg_advisory_xact_lock(hashtextextended('erply-kit importer migrations ' || $1, 0))", [
    schema,
  ]);
}
