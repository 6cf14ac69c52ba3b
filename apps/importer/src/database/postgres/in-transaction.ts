import type pg from 'pg';

import type { SqlSession } from '../sql-database.ts';
import { askOn } from './open-pool.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { explainPostgres, isConnectionLost } from './postgres-problem.ts';
import { openPostgresSession } from './postgres-session.ts';

/** Does all of it or nothing, on one connection. */
export async function inTransaction<TResult>(
  pool: pg.Pool,
  { label, schema, lockTimeoutMs }: PostgresAddress,
  action: (session: SqlSession) => Promise<TResult>,
): Promise<TResult> {
  const client = await connect(pool, label);
  const ask = askOn(client, label);
  let isLost = false;
  try {
    // Of this transaction only: a pooler may give the connection to somebody else behind it.
    await ask(`begin; set local lock_timeout = ${lockTimeoutMs}`);
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

/** @throws DatabaseError */
export async function connect(pool: pg.Pool, label: string): Promise<pg.PoolClient> {
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
