import type pg from 'pg';

import { allViews } from '../../views/all-views.ts';
import { DatabaseError } from '../database-error.ts';
import { type DatabaseFacts, judgeDatabase, type Usable } from '../judge-database.ts';
import { type SchemaChange, schemaVersion } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { lockAccount } from './account-lock.ts';
import { connect } from './in-transaction.ts';
import { askOn, openPool } from './open-pool.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { postgresDatabase } from './postgres-database.ts';
import { explainPostgres } from './postgres-problem.ts';
import type { Ask } from './postgres-session.ts';
import { serverProblem } from './server-problem.ts';

interface WritingOptions {
  readonly clientCode: string;
  readonly onMigrated?: ((change: SchemaChange) => void) | undefined;
}

/**
 * Opens the importer's schema for writing to an account, and takes the lock of that account. Makes the schema and its
 * tables if need be; one of an older importer gets what it lacks, and `onMigrated` is called.
 *
 * @throws DatabaseError when it cannot be used. It is as it was then.
 */
export async function openPostgres(
  address: PostgresAddress,
  { clientCode, onMigrated }: WritingOptions,
): Promise<SqlDatabase> {
  const pool = openPool(address);
  try {
    const change = await migrateIfNeeded(pool, address);
    if (change) onMigrated?.(change);
    return postgresDatabase(pool, address, await lockAccount({ pool, address, clientCode }));
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Opens the schema to look into it; undefined where there is nothing in it yet. @throws DatabaseError */
export async function readPostgres(address: PostgresAddress): Promise<SqlDatabase | undefined> {
  const pool = openPool(address);
  try {
    const { verdict } = await examine(askOn(pool, address.label), address);
    if (verdict !== 'empty') return postgresDatabase(pool, address);
    await pool.end();
    return undefined;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function migrateIfNeeded(pool: pg.Pool, address: PostgresAddress): Promise<SchemaChange | undefined> {
  const { label, schema } = address;
  if ((await examine(askOn(pool, label), address)).verdict === 'ready') return undefined;
  // Most runs find all tables, and need not load the migrator.
  const { lockMigrations, migratePostgres } = await import('./migrate-postgres.ts');
  const client = await connect(pool, label);
  const ask = askOn(client, label);
  let failed = '';
  try {
    await ask('begin');
    await lockMigrations(ask, schema);
    // Whoever had the lock before may have done it.
    const { verdict, version } = await examine(ask, address);
    if (verdict === 'older') failed = `cannot be brought to schema ${schemaVersion}, and is as it was: `;
    if (verdict !== 'ready') await migratePostgres(client, schema);
    await ask('commit');
    return verdict === 'older' ? { from: version, to: schemaVersion } : undefined;
  } catch (error) {
    throw explainPostgres(error, label, failed);
  } finally {
    // An open transaction ends with its connection.
    client.release(true);
  }
}

async function examine(ask: Ask, address: PostgresAddress): Promise<{ verdict: Usable; version: number }> {
  const { label, schema } = address;
  const { rows } = await ask(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  );
  const problem = serverProblem(Number(rows[0]?.version), String(rows[0]?.encoding));
  if (problem) throw new DatabaseError(label, problem);
  const facts = await factsOf(ask, schema);
  const verdict = judgeDatabase(facts);
  if (typeof verdict === 'object') throw new DatabaseError(label, verdict.problem);
  return { verdict, version: facts.version };
}

async function factsOf(ask: Ask, schema: string): Promise<DatabaseFacts> {
  const { rows } = await ask(
    `select c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
    [schema],
  );
  const tables = rows.map(({ name }) => String(name));
  const facts = { place: 'schema', applicationId: 0, tables } as const;
  if (!tables.includes('kysely_migration')) return { ...facts, version: 0 };
  const { rows: done } = await ask(`select max(name) as last from "${schema}"."kysely_migration"`);
  // Views come without a migration of their own.
  const views = allViews.filter(({ name }) => tables.includes(name));
  const versions = [Number(done[0]?.last ?? 0), ...views.map(({ since }) => since)];
  return { ...facts, version: Math.max(...versions) };
}
