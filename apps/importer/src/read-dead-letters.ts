import { sql } from 'kysely';

import type { DeadLetter } from '@erply-kit/sync';

import type { SqlSession } from './database/sql-database.ts';

/** A record that did not fit, as the database remembers it. Holds nothing of what it says. */
export interface StoredDeadLetter extends DeadLetter {
  readonly lane: string;
  /** How often the record was read and did not fit. Absent in a database of an older schema. */
  readonly tries?: number;
  /** Seconds of this machine's clock. */
  readonly firstAt: number;
  /** The last time: seconds of this machine's clock. */
  readonly lastTryAt: number;
}

/** The dead letters of an account, or of one of its lanes. */
export async function readDeadLetters(
  session: SqlSession,
  clientCode: string,
  lane?: string,
): Promise<StoredDeadLetter[]> {
  const isAsked = lane === undefined ? sql`` : sql`and lane = ${lane}`;
  const rows = await session.all(sql`select * from ${session.table('dead_letters')}
    where client_code = ${clientCode} ${isAsked} order by lane, record_id, warehouse_id`);
  return rows.map((row) => ({
    lane: String(row.lane),
    // 0 is what a table keeps for none.
    ...(Number(row.record_id) !== 0 && { id: Number(row.record_id) }),
    ...(Number(row.warehouse_id) !== 0 && { warehouseID: Number(row.warehouse_id) }),
    path: String(row.path),
    message: String(row.message),
    ...(typeof row.tries === 'number' && { tries: row.tries }),
    firstAt: Number(row.written_at),
    lastTryAt: Number(row.last_try_at ?? row.written_at),
  }));
}

/** How many records of a lane did not fit in one field, and why. */
export interface DeadLetterCount {
  readonly lane: string;
  readonly path: string;
  readonly message: string;
  readonly records: number;
}

/** Dead letters by lane and field, the most of them first. */
export async function countDeadLetters(session: SqlSession, clientCode: string): Promise<DeadLetterCount[]> {
  const rows = await session.all(sql`select lane, path, message, count(*) as letters
    from ${session.table('dead_letters')} where client_code = ${clientCode}
    group by lane, path, message order by count(*) desc, lane, path, message`);
  return rows.map(({ lane, path, message, letters }) => ({
    ...{ lane: String(lane), path: String(path), message: String(message) },
    records: Number(letters),
  }));
}
