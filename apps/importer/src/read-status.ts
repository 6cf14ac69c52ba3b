import { sql } from 'kysely';

import type { DatabaseAddress } from './database/database-address.ts';
import { openForReading } from './database/open-database.ts';
import { firstRow, type SqlSession } from './database/sql-database.ts';
import { readChosenColumns } from './personal/chosen-columns.ts';
import { type ForgottenPerson, readForgotten } from './personal/forgotten-people.ts';
import {
  countDeadLetters,
  type DeadLetterCount,
  readDeadLetters,
  type StoredDeadLetter,
} from './read-dead-letters.ts';
import { readAudits, type StoredAudit } from './store-audit.ts';
import { laneTables } from './tables/all-tables.ts';

/** What the database holds of one lane. */
export interface LaneStatus {
  readonly lane: string;
  /** `idle` between runs; else what a run that is under way, or was cut off, is doing. */
  readonly phase: string;
  /** Seconds of Erply's clock: changes up to here are in the database. Absent before the first pass is whole. */
  readonly watermark?: number;
  /** Seconds of this machine's clock. */
  readonly writtenAt: number;
  /** Records that are not removed; of stock, amounts that are not 0. */
  readonly records: number;
  readonly removed: number;
  readonly deadLetters: number;
  /** Why the last run has held the lane back for safety, as long as none has gone through since. */
  readonly refusal?: LaneRefusal;
}

export interface LaneRefusal {
  readonly kind: string;
  readonly message: string;
  /** Seconds of this machine's clock. */
  readonly refusedAt: number;
}

export interface AccountStatus {
  readonly clientCode: string;
  readonly lanes: readonly LaneStatus[];
  /** Of the lanes that do not fill all their columns, those that they fill. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Whom `forget` has erased: they do not come back. */
  readonly forgotten: readonly ForgottenPerson[];
  /** The last audit of each lane, in full and by a sample. */
  readonly audits: readonly StoredAudit[];
  /** Records that did not fit, by lane and field. */
  readonly deadLetterCounts: readonly DeadLetterCount[];
  /** Each of them, where they were asked for. */
  readonly deadLetters?: readonly StoredDeadLetter[];
}

interface StatusOptions {
  /** Lists each record that did not fit. @default false */
  readonly deadLetters?: boolean;
}

/** What the database holds, account by account. Asks Erply nothing. */
export async function readStatus(
  address: DatabaseAddress,
  { deadLetters = false }: StatusOptions = {},
): Promise<AccountStatus[]> {
  await using database = await openForReading(address);
  const codes = await database.all(
    sql`select distinct client_code from ${database.table('sync_state')} order by 1`,
  );
  const accounts: AccountStatus[] = [];
  for (const row of codes) {
    const clientCode = String(row.client_code);
    const account = await accountStatus(database, clientCode);
    const letters = deadLetters ? { deadLetters: await readDeadLetters(database, clientCode) } : {};
    accounts.push({ ...account, ...letters });
  }
  return accounts;
}

/** The same of one account, with nothing in its lanes where it was never imported. */
export async function readAccountStatus(
  address: DatabaseAddress,
  clientCode: string,
): Promise<AccountStatus> {
  await using database = await openForReading(address);
  return await accountStatus(database, clientCode);
}

async function accountStatus(session: SqlSession, clientCode: string): Promise<AccountStatus> {
  const states = await session.all(
    sql`select * from ${session.table('sync_state')} where client_code = ${clientCode}`,
  );
  const refusals = await readRefusals(session, clientCode);
  const lanes: LaneStatus[] = [];
  for (const { lane, count } of laneTables) {
    const state = states.find((row) => row.lane === lane);
    // A database of an older schema has neither the lane nor its table.
    if (!state) continue;
    const { records, removed } = await firstRow(session, count(session, clientCode));
    const { letters } = await firstRow(
      session,
      sql`select count(*) as letters from ${session.table('dead_letters')}
          where client_code = ${clientCode} and lane = ${lane}`,
    );
    const refusal = refusals.get(lane);
    lanes.push({
      lane,
      phase: String(state.phase),
      ...(state.watermark !== null && { watermark: Number(state.watermark) }),
      writtenAt: Number(state.written_at),
      records: Number(records),
      removed: Number(removed),
      deadLetters: Number(letters),
      ...(refusal && { refusal }),
    });
  }
  const columns = Object.fromEntries(await readChosenColumns(session, clientCode));
  return {
    ...{ clientCode, lanes, columns, forgotten: await readForgotten(session, clientCode) },
    audits: await readAudits(session, clientCode),
    deadLetterCounts: await countDeadLetters(session, clientCode),
  };
}

/** A database of an older schema has noted none. */
async function readRefusals(session: SqlSession, clientCode: string): Promise<Map<string, LaneRefusal>> {
  if (!(await session.hasTable('refusals'))) return new Map();
  const rows = await session.all(
    sql`select * from ${session.table('refusals')} where client_code = ${clientCode}`,
  );
  return new Map(
    rows.map(({ lane, kind, message, refused_at }) => [
      String(lane),
      { kind: String(kind), message: String(message), refusedAt: Number(refused_at) },
    ]),
  );
}
