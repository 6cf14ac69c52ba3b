import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import { test } from 'vitest';

import {
  type ReadableSinkUnderTest,
  readableSinkBattery,
  type StoredRecord,
  sinkBattery,
} from '@erply-kit/sync/testing';

import { openSqliteFile } from '../database/sqlite/open-sqlite-file.ts';
import { sqliteDatabase } from '../database/sqlite/sqlite-database.ts';
import type { SqlRow } from './lane-table.ts';
import { openSqlSink } from './open-sql-sink.ts';

const clock = { now: () => 1_700_000_000_000 };
const tables = { products: 'products', productGroups: 'product_groups', warehouses: 'warehouses' } as const;

async function open(path: string, clientCode = '100001') {
  const database = await openSqliteFile(path);
  return { database, sink: openSqlSink({ database: sqliteDatabase(database, path), clientCode, clock }) };
}

function read(database: DatabaseSync, lane: string): StoredRecord[] {
  if (lane === 'stock') {
    return database
      .prepare('SELECT * FROM stock')
      .all()
      .map((row) => ({
        id: Number(row.product_id),
        warehouseID: Number(row.warehouse_id),
        record: {
          productID: row.product_id,
          warehouseID: row.warehouse_id,
          amountInStock: row.amount_in_stock,
          amountReserved: row.amount_reserved,
        },
      }));
  }
  const table = tables[lane as keyof typeof tables];
  return database
    .prepare(`SELECT * FROM ${table}`)
    .all()
    .map((row) => ({
      id: Number(row.id),
      record: JSON.parse(String(row.record)),
      ...(row.deleted_at !== null && { deletedAt: Number(row.deleted_at) }),
    }));
}

async function openSqliteSinkUnderTest(): Promise<ReadableSinkUnderTest<SqlRow>> {
  const folder = mkdtempSync(join(tmpdir(), 'importer-'));
  const path = join(folder, 'erply.db');
  let { database, sink } = await open(path);
  return {
    sink,
    read: async (lane) => read(database, lane),
    deadLetters: async (lane) =>
      database
        .prepare('SELECT * FROM dead_letters WHERE lane = ?')
        .all(lane)
        .map((row) => ({
          id: Number(row.record_id),
          path: String(row.path),
          message: String(row.message),
        })),
    async reopen() {
      database.close();
      ({ database, sink } = await open(path));
      return sink;
    },
    unwritable: { id: 99, values: [] },
    async [Symbol.asyncDispose]() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

for (const { name, run } of sinkBattery(openSqliteSinkUnderTest)) test(name, run);
for (const { name, run } of readableSinkBattery(openSqliteSinkUnderTest)) test(name, run);
