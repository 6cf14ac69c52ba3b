import { sql } from 'kysely';
import { test } from 'vitest';

import {
  type ReadableSinkUnderTest,
  readableSinkBattery,
  type StoredRecord,
  sinkBattery,
} from '@erply-kit/sync/testing';

import { openSchema } from '../../test/postgres/postgres-server.ts';
import { openForWriting } from '../database/open-database.ts';
import type { SqlDatabase } from '../database/sql-database.ts';
import type { SqlRow } from './lane-table.ts';
import { openSqlSink } from './open-sql-sink.ts';

const clock = { now: () => 1_700_000_000_000 };
const clientCode = '100001';
const tables = { products: 'products', productGroups: 'product_groups', warehouses: 'warehouses' } as const;

async function read(database: SqlDatabase, lane: string): Promise<StoredRecord[]> {
  if (lane === 'stock') {
    const rows = await database.all(sql`select * from ${database.table('stock')}`);
    return rows.map((row) => ({
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
  const rows = await database.all(sql`select * from ${database.table(tables[lane as keyof typeof tables])}`);
  return rows.map((row) => ({
    id: Number(row.id),
    record: JSON.parse(String(row.record)),
    ...(row.deleted_at !== null && { deletedAt: Number(row.deleted_at) }),
  }));
}

async function openPostgresSinkUnderTest(): Promise<ReadableSinkUnderTest<SqlRow>> {
  const schema = await openSchema();
  const open = async () => {
    const database = await openForWriting(schema.address, { clientCode });
    return { database, sink: openSqlSink({ database, clientCode, clock }) };
  };
  let { database, sink } = await open();
  return {
    sink,
    read: (lane) => read(database, lane),
    async deadLetters(lane) {
      const rows = await database.all(
        sql`select * from ${database.table('dead_letters')} where lane = ${lane}`,
      );
      return rows.map((row) => ({
        id: Number(row.record_id),
        path: String(row.path),
        message: String(row.message),
      }));
    },
    async reopen() {
      await database[Symbol.asyncDispose]();
      ({ database, sink } = await open());
      return sink;
    },
    unwritable: { id: 99, values: [] },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await schema[Symbol.asyncDispose]();
    },
  };
}

for (const { name, run } of sinkBattery(openPostgresSinkUnderTest)) test(name, run);
for (const { name, run } of readableSinkBattery(openPostgresSinkUnderTest)) test(name, run);
