import type { DatabaseSync } from 'node:sqlite';

import type { Batch } from '@erply-kit/sync';

import type { SqlRow } from './lane-table.ts';

/** Records of one account that did not fit. */
export function openDeadLetters(database: DatabaseSync, clientCode: string) {
  const put = database.prepare(
    `INSERT OR REPLACE INTO dead_letters (client_code, lane, record_id, warehouse_id, path, message, written_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const drop = database.prepare(
    'DELETE FROM dead_letters WHERE client_code = ? AND lane = ? AND record_id = ? AND warehouse_id = ?',
  );
  return {
    write({ lane, rows, deletions, deadLetters }: Batch<SqlRow>, writtenAt: number): void {
      for (const { id, warehouseID = 0 } of rows) drop.run(clientCode, lane, id, warehouseID);
      for (const { id } of deletions) drop.run(clientCode, lane, id, 0);
      for (const { id = 0, warehouseID = 0, path, message } of deadLetters) {
        put.run(clientCode, lane, id, warehouseID, path, message, writtenAt);
      }
    },
  };
}
