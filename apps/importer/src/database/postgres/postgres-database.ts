import { sql } from 'kysely';
import type pg from 'pg';

import type { SqlDatabase, SqlSession } from '../sql-database.ts';
import type { AccountLock } from './account-lock.ts';
import { compactTables } from './compact-tables.ts';
import { inTransaction } from './in-transaction.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { postgresQueries } from './postgres-spelling.ts';

/** A schema of PostgreSQL as the importer's database. What is written to it needs the lock. */
export function postgresDatabase(pool: pg.Pool, address: PostgresAddress, lock?: AccountLock): SqlDatabase {
  const { label, schema } = address;
  const once = <TResult>(action: (session: SqlSession) => Promise<TResult>) =>
    inTransaction(pool, address, action);
  return {
    ...postgresQueries(schema),
    label,
    all: (query) => once((session) => session.all(query)),
    run: (query) => once((session) => session.run(query)),
    upsert: (upsert) => once((session) => session.upsert(upsert)),
    hasTable: (name) => once((session) => session.hasTable(name)),
    transaction: (action) =>
      inTransaction(pool, address, async (session) => {
        await lock?.assertHeld(session);
        return action(session);
      }),
    snapshot: (action) =>
      inTransaction(pool, address, async (session) => {
        await session.run(sql`set transaction isolation level repeatable read, read only`);
        return action(session);
      }),
    // Nothing can be overwritten in place: `compact` writes the tables anew.
    overwriteDeleted: async () => {},
    compact: (options) =>
      compactTables(pool, { ...options, label, schema, busyTimeoutMs: address.lockTimeoutMs }),
    async [Symbol.asyncDispose]() {
      await lock?.release();
      await pool.end();
    },
  };
}
