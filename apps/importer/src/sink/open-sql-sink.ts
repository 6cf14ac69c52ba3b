import type { Clock, ReadableSink } from '@erply-kit/sync';

import { refuseUnstorable } from '../database/postgres/refuse-unstorable.ts';
import type { SqlDatabase } from '../database/sql-database.ts';
import { laneTables } from '../tables/all-tables.ts';
import type { SqlRow } from './lane-table.ts';
import { openLaneStates } from './open-lane-states.ts';
import { writeDeadLetters } from './write-dead-letters.ts';

export interface SqlSinkOptions {
  readonly database: SqlDatabase;
  readonly clientCode: string;
  readonly clock: Clock;
  /** Columns to fill, by lane; all of lanes that are not in it. */
  readonly columns?: ReadonlyMap<string, readonly string[]>;
  /** Customers whom the database is not to hold. */
  readonly forgotten?: ReadonlySet<number>;
}

/** Writes one account into the database; a commit is one transaction. */
export function openSqlSink(options: SqlSinkOptions): ReadableSink<SqlRow> {
  const { database, clientCode, clock, columns, forgotten = new Set() } = options;
  const limitsOf = (lane: string) => {
    const chosen = columns?.get(lane);
    return { forgotten, ...(chosen && { columns: chosen }) };
  };
  const tables = new Map(laneTables.map(({ lane, open }) => [lane, open(clientCode, limitsOf(lane))]));
  const states = openLaneStates(database.label, clientCode);
  const tableOf = (lane: string) => {
    const table = tables.get(lane);
    if (!table) throw new TypeError(`no table for the lane ${lane}`);
    return table;
  };
  return {
    atomic: true,
    toRow(lane, entry) {
      const row = tableOf(lane).toRow(entry);
      if (row && database.kind === 'postgres') refuseUnstorable(row);
      return row;
    },
    state: (lane) => states.read(database, lane),
    survey: async (lane, generation, warehouses) => tableOf(lane).survey(database, generation, warehouses),
    countAlive: async (lane, ids) => tableOf(lane).countAlive(database, ids),
    countSeen: async (lane, ids, generation) => tableOf(lane).countSeen(database, ids, generation),
    readRows: async (lane, keys) => tableOf(lane).readRows(database, keys),
    listKeys: async (lane, range) => tableOf(lane).listKeys(database, range),
    differingFields: (lane, one, other) => tableOf(lane).differingFields(one, other),
    async commit(batch) {
      const table = tableOf(batch.lane);
      const writtenAt = Math.floor(clock.now() / 1000);
      await database.transaction(async (session) => {
        await table.write(session, batch);
        await writeDeadLetters(session, batch, { clientCode, writtenAt });
        await states.write(session, batch, writtenAt);
      });
    },
  };
}
