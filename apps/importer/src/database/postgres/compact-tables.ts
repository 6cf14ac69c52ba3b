import type pg from 'pg';

import { documentTables, limitedTables } from '../../tables/all-tables.ts';
import { deadLetters } from '../../tables/dead-letters.ts';
import { DatabaseError } from '../database-error.ts';
import type { CompactOptions } from '../sql-database.ts';
import { askOn } from './open-pool.ts';
import { explainPostgres } from './postgres-problem.ts';
import type { Ask } from './postgres-session.ts';

interface CompactTablesOptions extends CompactOptions {
  readonly label: string;
  readonly schema: string;
  /** How long to wait for readers of each table. @default 5000 */
  readonly busyTimeoutMs?: number;
}

/** Where rows about people were erased or replaced. */
const tables = [...Object.values({ ...limitedTables, ...documentTables }), deadLetters].map(
  ({ name }) => name,
);
const waitMs = 100;

/**
 * Writes the tables with personal data anew, without what was deleted or replaced in them, and their statistics. It needs
 * as much free space as they have. What lies in the write-ahead log, in replicas and in backups stays there.
 *
 * @throws DatabaseError, also when somebody reads an older state: PostgreSQL would keep it for them.
 */
export async function compactTables(pool: pg.Pool, options: CompactTablesOptions): Promise<void> {
  const { label, schema, signal, onProgress, busyTimeoutMs = 5000 } = options;
  signal.throwIfAborted();
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw explainPostgres(error, label);
  }
  const ask = askOn(client, label);
  try {
    await waitForReaders(ask, options);
    // As long as an import of another account writes to a table, this waits for it.
    await ask(`set lock_timeout = ${busyTimeoutMs}`);
    let bytes = 0;
    for (const table of tables) {
      signal.throwIfAborted();
      await ask(`vacuum (full, analyze) "${schema}"."${table}"`);
      const { rows } = await ask('select pg_total_relation_size($1::regclass) as bytes', [
        `"${schema}"."${table}"`,
      ]);
      bytes += Number(rows[0]?.bytes);
      onProgress(bytes);
    }
  } finally {
    // With it, its setting goes.
    client.release(true);
  }
}

/** Waits until nobody sees what was there before: VACUUM keeps that for whoever does. */
async function waitForReaders(
  ask: Ask,
  { label, signal, busyTimeoutMs = 5000 }: CompactTablesOptions,
): Promise<void> {
  const { rows } = await ask('select pg_snapshot_xmax(pg_current_snapshot())::text as since');
  const since = rows[0]?.since;
  for (let waitedMs = 0; waitedMs <= busyTimeoutMs; waitedMs += waitMs) {
    const readers = await ask(olderReaders, [since]);
    if (readers.rows.length === 0) return;
    await ask('select pg_sleep($1)', [waitMs / 1000]);
    signal.throwIfAborted();
  }
  throw new DatabaseError(
    label,
    'another program is reading it, so it may still hold what was erased; end that program (pg_stat_activity shows it), and run this again',
  );
}

/** Sessions, prepared transactions and slots of replicas that hold on to states from before $1. */
const olderReaders = `
  select 1 from (
    select backend_xmin as xmin from pg_stat_activity
      where pid <> pg_backend_pid() and (datid is null or datname = current_database())
    union all
    select backend_xid from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()
    union all select transaction from pg_prepared_xacts where database = current_database()
    union all select xmin from pg_replication_slots
  ) as held
  where xmin is not null and age(xmin) > pg_snapshot_xmax(pg_current_snapshot())::text::bigint - $1::bigint`;
