import type { DatabaseSync } from 'node:sqlite';

import type { Clock, Sink } from '@erply-kit/sync';

import { withDatabase } from '../database/database-error.ts';
import { productGroupToRow } from '../to-row/product-group-to-row.ts';
import { productToRow } from '../to-row/product-to-row.ts';
import type { RecordTable } from '../to-row/record-table.ts';
import { warehouseToRow } from '../to-row/warehouse-to-row.ts';
import type { LaneTable, SqlRow } from './lane-table.ts';
import { openDeadLetters } from './open-dead-letters.ts';
import { openLaneStates } from './open-lane-states.ts';
import { openRecordTable } from './open-record-table.ts';
import { openStockTable } from './open-stock-table.ts';

const recordTables: Readonly<Record<string, RecordTable>> = {
  products: productToRow,
  productGroups: productGroupToRow,
  warehouses: warehouseToRow,
};

export interface SqliteSinkOptions {
  readonly database: DatabaseSync;
  /** For messages. */
  readonly path: string;
  readonly clientCode: string;
  readonly clock: Clock;
}

/** Writes one account into the database; a commit is one transaction. */
export function openSqliteSink({ database, path, clientCode, clock }: SqliteSinkOptions): Sink<SqlRow> {
  const tables = new Map<string, LaneTable>([['stock', openStockTable(database, clientCode)]]);
  for (const [lane, table] of Object.entries(recordTables)) {
    tables.set(lane, openRecordTable(database, clientCode, table));
  }
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

function inTransaction(database: DatabaseSync, action: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    action();
    database.exec('COMMIT');
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
