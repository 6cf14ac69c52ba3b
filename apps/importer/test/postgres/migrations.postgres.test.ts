import { expect, test } from 'vitest';

import { databaseAddress } from '../../src/database/database-address.ts';
import { openForWriting } from '../../src/database/open-database.ts';
import { migratePostgres } from '../../src/database/postgres/migrate-postgres.ts';
import { openPool } from '../../src/database/postgres/open-pool.ts';
import { allTables } from '../../src/tables/all-tables.ts';
import { integer, text } from '../../src/tables/columns.ts';
import { defineRecordTable } from '../../src/tables/define-record-table.ts';
import type { TableDeclaration } from '../../src/tables/table-declaration.ts';
import { environment, runMain } from '../run-main.ts';
import { openSchema, sharedServer, type TestSchema } from './postgres-server.ts';
import { startCutter } from './start-cutter.ts';

const nowhere = 'http://127.0.0.1:1';

async function migrate({ address, name }: TestSchema, tables: readonly TableDeclaration[]): Promise<void> {
  const pool = openPool(address);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await migratePostgres(client, name, tables);
    await client.query('commit');
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** A schema as an importer of the first version would have made it, with a warehouse in it. */
async function openOld() {
  const schema = await openSchema();
  await migrate(
    schema,
    allTables.flatMap(({ indexes: _, columns, ...table }) => {
      const old = Object.entries(columns).filter(([, { since = 1 }]) => since === 1);
      return table.since === 1 ? { ...table, columns: Object.fromEntries(old) } : [];
    }),
  );
  await schema.query(
    `insert into ${schema.name}.warehouses (client_code, id, code, name, is_offline, generation, record)
     values ('100001', 1, 'A', 'Main', 0, 1, '{"warehouseID": 1, "code": "A", "name": "Main"}')`,
  );
  return schema;
}

/** Types, keys and indexes, all but the order of columns. */
async function shapeOf({ name, query }: TestSchema) {
  const columns = await query(
    `select table_name, column_name, data_type, is_nullable from information_schema.columns
     where table_schema = $1 and table_name not like 'kysely%' order by 1, 2`,
    [name],
  );
  const indexes = await query(
    "select replace(indexdef, $1, '') as definition from pg_indexes where schemaname = $1 order by 1",
    [name],
  );
  return { columns, indexes };
}

const rowsOf = ({ name, query }: TestSchema) => query(`select * from ${name}.warehouses`);

test('an older schema gets what it lacks, keeps its rows, and is then as a new one', async () => {
  await using old = await openOld();
  await using made = await openSchema();
  const before = await rowsOf(old);
  // Nobody answers as Erply.
  const run = ({ url }: TestSchema) => runMain(['run', '--database', url], environment(nowhere));
  expect((await run(old)).stderr).toMatch(
    /^the database was brought from schema 1 to \d+; all that was in it is kept\n/,
  );
  expect((await run(old)).stderr).not.toContain('schema 1');
  await run(made);
  expect(await rowsOf(old)).toEqual(before);
  const [shape, expected] = [await shapeOf(old), await shapeOf(made)];
  expect(shape.columns).toEqual(expected.columns);
  expect(expected.indexes.length).toBeGreaterThan(20);
});

test('what only reads works on an older schema, and leaves it so', async () => {
  await using old = await openOld();
  const before = await shapeOf(old);
  expect(await runMain(['status', '--database', old.url])).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await shapeOf(old)).toEqual(before);
});

test('a migration that fails, or whose connection is lost, is one line and changes nothing', async () => {
  await using old = await openOld();
  await using cutter = await startCutter((await sharedServer()).port);
  await old.query(`create table ${old.name}.brands (mine text)`);
  const before = await shapeOf(old);
  const run = (url: string) => runMain(['run', '--database', url], environment(nowhere));
  const prefix = 'cannot be brought to schema 5, and is as it was: ';
  expect((await run(old.url)).stderr).toBe(
    `importer: database ${old.address.label}: ${prefix}PostgreSQL reports error 42P07\n`,
  );
  expect(await shapeOf(old)).toEqual(before);
  await old.query(`drop table ${old.name}.brands`);
  cutter.cut = (sent) =>
    sent.includes('create table') && sent.includes('"customers"') ? 'before' : undefined;
  expect((await run(old.url.replace(/:\d+\//, `:${cutter.port}/`))).stderr).toMatch(
    new RegExp(`${prefix}the connection was lost; run again to continue\n$`),
  );
  expect((await shapeOf(old)).columns.map(({ table_name }) => table_name)).not.toContain('brands');
  expect((await run(old.url)).stderr).toMatch(/^the database was brought from schema 1 to 5;/);
});

test('five that start at once find one schema, made once', async () => {
  await using schema = await openSchema();
  const codes = ['1', '2', '3', '4', '5'];
  const changes: unknown[] = [];
  const databases = await Promise.all(
    codes.map((clientCode) =>
      openForWriting(databaseAddress(schema.url), {
        clientCode,
        onMigrated: (change) => changes.push(change),
      }),
    ),
  );
  for (const database of databases) await database[Symbol.asyncDispose]();
  expect(changes).toEqual([]);
  expect(await schema.query(`select name from ${schema.name}.kysely_migration order by 1`)).toEqual(
    ['0001', '0002', '0003', '0004', '0005'].map((name) => ({ name })),
  );
});

test('a column comes, goes, or gets another type by its declaration', async () => {
  await using old = await openOld();
  const table = {
    lane: 'warehouses',
    name: 'warehouses',
    since: 1,
    columns: {
      code: { ...integer('warehouseID'), since: 7 },
      name: text('name'),
      label: { ...text('name'), since: 6 },
      is_offline: integer('isOfflineInventory'),
    },
    former: { code: { type: 'text', until: 7 }, mood: { type: 'text', since: 6, until: 8 } },
    indexes: { by_label: { columns: ['label'], since: 6, until: 8 } },
  } as const;
  const tables = [
    ...defineRecordTable(table).tables,
    ...allTables.filter(({ name }) => name !== 'warehouses'),
  ];
  await migrate(old, tables);
  expect(await rowsOf(old)).toEqual([
    {
      ...{ client_code: '100001', id: '1', code: '1', name: 'Main', label: 'Main', is_offline: '0' },
      ...{ generation: '1', deleted_at: null, record: { warehouseID: 1, code: 'A', name: 'Main' } },
    },
  ]);
  await using made = await openSchema();
  await migrate(made, tables);
  const columnsOf = async (schema: TestSchema) =>
    (await shapeOf(schema)).columns.filter(({ table_name }) => table_name === 'warehouses');
  expect(await columnsOf(old)).toEqual(await columnsOf(made));
});
