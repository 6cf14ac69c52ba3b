import { createHash, randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import type pg from 'pg';

import { DatabaseError } from '../database-error.ts';
import type { SqlSession } from '../sql-database.ts';
import { askOn, openConnection } from './open-pool.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { inTransaction } from './postgres-database.ts';
import type { Ask } from './postgres-session.ts';

/** Makes this process the only importer that writes to an account. */
export interface AccountLock {
  /** Is called in every transaction: whoever has lost the lock commits nothing. @throws DatabaseError then. */
  assertHeld(session: SqlSession): Promise<void>;
  release(): Promise<void>;
}

interface LockOptions {
  readonly pool: pg.Pool;
  readonly address: PostgresAddress;
  readonly clientCode: string;
}

/** The table in which the holder of an account stands. `expires_at` is null as long as a lock of a connection counts. */
export const leasesTable = 'importer_leases';
/** How long a lease lasts that is not renewed: so long a run has to wait behind one that was killed. */
const leaseSeconds = 60;
const renewEveryMs = 20_000;

/**
 * Takes the lock of an account, for one holder in the whole database. It is a lock of PostgreSQL that ends with its
 * connection; behind a pooler, which shares connections, it is a row that is renewed instead. In either way the row says
 * who the holder is, and each transaction of the holder looks at it, so a run that has lost the lock without knowing it
 * commits nothing.
 *
 * @throws DatabaseError when another run has it.
 */
export async function lockAccount(options: LockOptions): Promise<AccountLock> {
  const { address } = options;
  if (address.lock === 'lease') return lockByLease(options);
  let isLost = false;
  const client = await openConnection(address, () => {
    isLost = true;
  });
  const ask = askOn(client, address.label);
  try {
    if (address.lock !== 'session' && (await isPooled(client, ask))) {
      await client.end();
      return await lockByLease(options);
    }
    const { rows } = await ask('select pg_try_advisory_lock($1) as is_locked', [keyOf(options)]);
    if (!rows[0]?.is_locked) throw anotherRun(options);
    return await holdBy(options, {
      lease: null,
      assertAlive() {
        if (isLost)
          throw new DatabaseError(
            address.label,
            'the connection that held the lock of the import was lost; run again to continue',
          );
      },
      end: () => client.end(),
    });
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** A pooler gives clients numbers of its own for their connections. */
async function isPooled(client: pg.Client, ask: Ask): Promise<boolean> {
  const { processID } = client as pg.Client & { readonly processID?: number };
  const { rows } = await ask('select pg_backend_pid() as pid');
  return rows[0]?.pid !== processID;
}

/** Unlike that of any other program, account and schema. Locks are numbers, and belong to one database of the server. */
function keyOf({ address, clientCode }: LockOptions): string {
  const hash = createHash('sha256').update(`erply-kit importer\0${address.schema}\0${clientCode}`).digest();
  return String(hash.readBigInt64BE());
}

async function lockByLease(options: LockOptions): Promise<AccountLock> {
  const timers: NodeJS.Timeout[] = [];
  return holdBy(options, {
    lease: leaseSeconds,
    assertAlive() {},
    onHeld(renew) {
      // A run may wait for the hour of its quota to turn, and commits nothing meanwhile.
      timers.push(setInterval(() => renew().catch(() => {}), renewEveryMs).unref());
    },
    async end() {
      for (const timer of timers) clearInterval(timer);
    },
  });
}

interface Holding {
  /** Seconds; null where the lock of a connection counts. */
  readonly lease: number | null;
  assertAlive(): void;
  onHeld?(renew: () => Promise<unknown>): void;
  end(): Promise<void>;
}

async function holdBy(options: LockOptions, holding: Holding): Promise<AccountLock> {
  const { pool, address, clientCode } = options;
  const { label } = address;
  const holder = randomUUID();
  const expiry =
    holding.lease === null ? sql`null` : sql`clock_timestamp() + make_interval(secs => ${holding.lease})`;
  await inTransaction(pool, address, async (session) => {
    // Waits for a transaction in which the holder before commits.
    const isTaken = await session.run(sql`
      insert into ${session.table(leasesTable)} as held (client_code, holder, expires_at)
      values (${clientCode}, ${holder}, ${expiry})
      on conflict (client_code) do update set holder = excluded.holder, expires_at = excluded.expires_at
      where (held.expires_at is null or held.expires_at < clock_timestamp())
        and (${holding.lease === null} or pg_try_advisory_xact_lock(${keyOf(options)}))`);
    if (isTaken === 0) throw anotherRun(options);
  });
  const renew = (session: SqlSession) =>
    session.run(sql`update ${session.table(leasesTable)} set expires_at = ${expiry}
      where client_code = ${clientCode} and holder = ${holder}`);
  holding.onHeld?.(() => inTransaction(pool, address, renew));
  return {
    async assertHeld(session) {
      holding.assertAlive();
      if ((await renew(session)) === 0)
        throw new DatabaseError(label, 'another run has taken the account over meanwhile; this one ends');
    },
    async release() {
      try {
        await inTransaction(pool, address, (session) =>
          session.run(sql`delete from ${session.table(leasesTable)}
            where client_code = ${clientCode} and holder = ${holder}`),
        );
      } catch {
        // A row that stays is taken over by the next run.
      } finally {
        await holding.end();
      }
    },
  };
}

const anotherRun = ({ address }: LockOptions): DatabaseError =>
  new DatabaseError(
    address.label,
    address.lock === 'lease'
      ? `another run is writing to this account, or was killed less than ${leaseSeconds} seconds ago`
      : 'another run is writing to this account',
  );
