import type { DatabaseSync } from 'node:sqlite';

import { withDatabase } from './database/database-error.ts';
import { openForReading } from './database/open-database.ts';
import { readChosenColumns } from './personal/chosen-columns.ts';
import { type ForgottenPerson, readForgotten } from './personal/forgotten-people.ts';
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
}

export interface AccountStatus {
  readonly clientCode: string;
  readonly lanes: readonly LaneStatus[];
  /** Of the lanes that do not fill all their columns, those that they fill. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Whom `forget` has erased: they do not come back. */
  readonly forgotten: readonly ForgottenPerson[];
}

/** What the database holds, account by account. Asks Erply nothing. */
export function readStatus(databasePath: string): AccountStatus[] {
  using database = openForReading(databasePath);
  return withDatabase(databasePath, () => {
    const codes = database.prepare('SELECT DISTINCT client_code FROM sync_state ORDER BY 1').all();
    return codes.map((row) => accountStatus(database, String(row.client_code)));
  });
}

function accountStatus(database: DatabaseSync, clientCode: string): AccountStatus {
  const states = database.prepare('SELECT * FROM sync_state WHERE client_code = ?').all(clientCode);
  const letters = database.prepare(
    'SELECT count(*) AS letters FROM dead_letters WHERE client_code = ? AND lane = ?',
  );
  const lanes = laneTables.flatMap(({ lane, countSql }) => {
    const state = states.find((row) => row.lane === lane);
    // A database of an older schema has neither the lane nor its table.
    if (!state) return [];
    const count = database.prepare(countSql).get(clientCode);
    return {
      lane,
      phase: String(state.phase),
      ...(state.watermark !== null && { watermark: Number(state.watermark) }),
      writtenAt: Number(state.written_at),
      records: Number(count?.records),
      removed: Number(count?.removed),
      deadLetters: Number(letters.get(clientCode, lane)?.letters),
    };
  });
  const columns = Object.fromEntries(readChosenColumns(database, clientCode));
  return { clientCode, lanes, columns, forgotten: readForgotten(database, clientCode) };
}
