import type { DatabaseSync } from 'node:sqlite';

import type { Clock, Sink } from '@erply-kit/sync';

import { withDatabase } from '../database/database-error.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { readForgotten } from '../personal/forgotten-people.ts';
import { laneTables } from '../tables/all-tables.ts';
import type { SqlRow } from './lane-table.ts';
import { openDeadLetters } from './open-dead-letters.ts';
import { openLaneStates } from './open-lane-states.ts';

export interface SqliteSinkOptions {
  readonly database: DatabaseSync;
  /** For messages. */
  readonly path: string;
  readonly clientCode: string;
  readonly clock: Clock;
  /** Columns to fill, by lane; all of lanes that are not in it. */
  readonly columns?: ReadonlyMap<string, readonly string[]>;
}

/** Writes one account into the database; a commit is one transaction. */
export function openSqliteSink(options: SqliteSinkOptions): Sink<SqlRow> {
  const { database, path, clientCode, clock, columns } = options;
  const forgotten = new Set(readForgotten(database, clientCode).map(({ id }) => id));
  const tables = new Map(
    laneTables.map(({ lane, open }) => [
      lane,
      open(database, clientCode, { forgotten, ...limitOf(columns?.get(lane)) }),
    ]),
  );
  const states = openLaneStates(database, clientCode);
  const deadLetters = openDeadLetters(database, clientCode);
  const tableOf = (lane: string) => {
    const table = tables.get(lane);
    if (!table) throw new TypeError(`no table for the lane ${lane}`);
    return table;
  };
  return {
    atomic: true,
    toRow: (lane, entry) => tableOf(lane).toRow(entry),
    state: async (lane) => withDatabase(path, () => states.read(lane)),
    survey: async (lane, generation, warehouses) =>
      withDatabase(path, () => tableOf(lane).survey(generation, warehouses)),
    countAlive: async (lane, ids) => withDatabase(path, () => tableOf(lane).countAlive(ids)),
    countSeen: async (lane, ids, generation) =>
      withDatabase(path, () => tableOf(lane).countSeen(ids, generation)),
    async commit(batch) {
      const now = Math.floor(clock.now() / 1000);
      withDatabase(path, () =>
        inTransaction(database, () => {
          tableOf(batch.lane).write(batch);
          deadLetters.write(batch, now);
          states.write(batch, now);
        }),
      );
    },
  };
}

const limitOf = (columns: readonly string[] | undefined) => (columns ? { columns } : {});
