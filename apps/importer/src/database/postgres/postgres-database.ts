import type pg from 'pg';

import type { SqlDatabase, SqlSession } from '../sql-database.ts';
import type { AccountLock } from './account-lock.ts';
import { compactTables } from './compact-tables.ts';
import { askOn } from './open-pool.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { explainPostgres, isConnectionLost } from './postgres-problem.ts';
import { openPostgresSession } from './postgres-session.ts';

/** A schema of PostgreSQL as the importer's database. What is written to it needs the lock. */
export function postgresDatabase(pool: pg.Pool, address: PostgresAddress, lock?: AccountLock): SqlDatabase {
  const { label, schema } = address;
  return {
    ...openPostgresSession(askOn(pool, label), schema),
    label,
    transaction: (action) =>
      inTransaction(pool, address, async (session) => {
        await lock?.assertHeld(session);
        return action(session);
      }),
    // Nothing can be overwritten in place: `compact` writes the tables anew.
    overwriteDeleted: async () => {},
    compact: (options) => compactTables(pool, { ...options, label, schema }),
    async [Symbol.asyncDispose]() {
      await lock?.release();
      await pool.end();
    },
  };
}

/** Does all of it or nothing, on one connection. */
export async function inTransaction<TResult>(
  pool: pg.Pool,
  { label, schema }: Pick<PostgresAddress, 'label' | 'schema'>,
  action: (session: SqlSession) => Promise<TResult>,
): Promise<TResult> {
  const client = await connect(pool, label);
  const ask = askOn(client, label);
  let isLost = false;
  try {
    await ask('begin');
    const result = await action(openPostgresSession(ask, schema));
    // A connection that is lost here leaves open whether it was written: the checkpoint, which was written with it or
    // not, tells the next run.
    await ask('commit');
    return result;
  } catch (error) {
    isLost = isConnectionLost(error) || (await cannotRollBack(client));
    throw error;
  } finally {
    client.release(isLost);
  }
}

async function connect(pool: pg.Pool, label: string): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw explainPostgres(error, label);
  }
}

async function cannotRollBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return false;
  } catch {
    // Without its connection, the server rolls back by itself.
    return true;
  }
}
