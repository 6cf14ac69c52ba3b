import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { sqliteAddress } from '../src/database/database-address.ts';
import { migrateSqlite } from '../src/database/sqlite/migrate-sqlite.ts';
import { openSqliteFile } from '../src/database/sqlite/open-sqlite-file.ts';
import { runImport } from '../src/run-import.ts';
import { allTables } from '../src/tables/all-tables.ts';
import { decimal, integer, text } from '../src/tables/columns.ts';
import { defineRecordTable } from '../src/tables/define-record-table.ts';
import type { TableDeclaration } from '../src/tables/table-declaration.ts';
import { makeSchema1, rowsOf } from './make-schema-1.ts';
import { readDatabase } from './read-database.ts';
import { readShop } from './read-shop.ts';
import { environment, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A database that an importer with schema 1 has made of the demo shop. */
function openOld() {
  const folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  const before = makeSchema1(path);
  return {
    ...{ path, before, folder: folder.path },
    obey: (...args: string[]) =>
      runMain([...args, '--database', `sqlite:${path}`], environment('http://127.0.0.1:1')),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

/** What a database says of itself: its version, and the names in it. */
function describe(path: string) {
  using database = new DatabaseSync(path, { readOnly: true });
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").all();
  return {
    version: database.prepare('PRAGMA user_version').get()?.user_version,
    tables: names.map(({ name }) => name),
    integrity: database.prepare('PRAGMA integrity_check').get()?.integrity_check,
    rows: rowsOf(database),
  };
}

const oldTables = allTables.flatMap(({ name, since }) => (since === 1 ? name : [])).sort();

/** All that SQLite knows of the tables but the order of columns: types, keys, indexes, strict or not. */
function shapeOf(database: DatabaseSync) {
  const ask = (sql: string, ...values: string[]) => database.prepare(sql).all(...values);
  return allTables.map(({ name }) => ({
    ...ask('SELECT name, ncol, wr, strict FROM pragma_table_list(?)', name)[0],
    columns: ask('SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?) ORDER BY name', name),
    indexes: ask('SELECT name, "unique", origin, partial FROM pragma_index_list(?) ORDER BY 1', name).map(
      (index) => [
        index,
        ask('SELECT seqno, name, "desc", coll, key FROM pragma_index_xinfo(?)', String(index.name)),
      ],
    ),
  }));
}

test('a database of schema 1 gets the tables that it lacks, and keeps all that is in it', async () => {
  using old = openOld();
  (await openSqliteFile(old.path)).close();
  const { rows, tables, version } = describe(old.path);
  expect(rows).toEqual(old.before);
  expect(Object.values(rows).every((found) => found.length > 0)).toBe(true);
  expect(version).toBe(5);
  expect(tables).toEqual(expect.arrayContaining([...oldTables, 'brands', 'kysely_migration']));
  // A later column is filled from the records that are there.
  using database = new DatabaseSync(old.path, { readOnly: true });
  const products = database.prepare('SELECT priority_group_id, record FROM products').all();
  expect(products.map((row) => row.priority_group_id)).toEqual(
    products.map((row) => JSON.parse(String(row.record)).priorityGroupID),
  );
});

test('it then has the same tables as a new one', async () => {
  using old = openOld();
  using migrated = await openSqliteFile(old.path);
  using made = await openSqliteFile(join(old.folder, 'new.db'));
  expect(shapeOf(migrated)).toEqual(shapeOf(made));
  const lists = [migrated, made].map((one) =>
    one.prepare('SELECT name FROM kysely_migration ORDER BY 1').all(),
  );
  expect(lists).toEqual([
    ['0001', '0002', '0003', '0004', '0005'].map((name) => ({ name })),
    ['0001', '0002', '0003', '0004', '0005'].map((name) => ({ name })),
  ]);
});

test('an import goes on in it where it stopped, reads what is new in full, and ends equal to the shop', async () => {
  using old = openOld();
  await using erply = await startMock({
    ...{ products: 6, warehouses: 2, now: '2026-03-02T11:00:00Z', frozen: true },
  });
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  const now = () => Date.parse('2026-03-02T11:00:00Z');
  const options = { credentials, database: sqliteAddress(old.path), now };
  erply.account('100001').data('products').update(2, { name: 'Renamed' });
  const { lanes } = await runImport(options);
  expect(lanes.map(({ lane, mode, records }) => [lane, mode, records])).toEqual([
    ['warehouses', 'incremental', 0],
    ['productGroups', 'incremental', 0],
    ['productCategories', 'full', 15],
    ['priorityGroups', 'full', 4],
    ['brands', 'full', 30],
    ['productUnits', 'full', 7],
    ['vatRates', 'full', 5],
    ['products', 'incremental', 1],
    ['stock', 'incremental', 0],
    ['priceLists', 'full', 4],
    ['priceListProducts', 'full', 18],
    ['productPictures', 'full', 2],
    ['productFiles', 'full', 0],
    ['productPackages', 'full', 2],
  ]);
  await runImport({ ...options, full: true });
  expect(readDatabase(old.path)).toEqual(await readShop(credentials));
  expect(readDatabase(old.path, '200002').warehouses?.size).toBe(1);
});

test('what only reads works on it as it is, and does not migrate it', async () => {
  using old = openOld();
  const hash = () => createHash('sha256').update(readFileSync(old.path)).digest('hex');
  const before = hash();
  const { exitCode, stdout, stderr } = await old.obey('status');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^products +5 +1 +1 +2026-03-02T09:58:59Z +complete$/m);
  expect(stdout).not.toContain('brands');
  expect(await old.obey('backup', join(old.folder, 'copy.db'))).toMatchObject({ exitCode: 0, stderr: '' });
  await using erply = await startMock({ products: 6, warehouses: 2 });
  const env = { ...environment(erply.url), ERPLY_PASSWORD: 'demouser', DATABASE_URL: `sqlite:${old.path}` };
  expect((await runMain(['plan'], env)).stdout).toMatch(/^brands +full +30 /m);
  expect(hash()).toBe(before);
  expect(describe(old.path)).toMatchObject({ version: 1, tables: oldTables });
  expect(describe(join(old.folder, 'copy.db'))).toMatchObject({ version: 1, rows: old.before });
});

test.each([
  [[], 'stderr', 'the database was brought from schema 1 to 5; all that was in it is kept\n'],
  [['--json'], 'stdout', '{"event":"migrated","from":1,"to":5}\n'],
] as const)(
  'a migration is one line, also where nothing else comes of the run: %j',
  async (flags, stream, line) => {
    using old = openOld();
    // Nobody answers there.
    const first = await old.obey('run', ...flags);
    expect(first[stream].startsWith(line)).toBe(true);
    expect(describe(old.path)).toMatchObject({ version: 5, rows: old.before });
    const second = await old.obey('run', ...flags);
    expect(second.stdout + second.stderr).not.toMatch(/schema|migrated/);
  },
);

test('a process that is killed in the middle of a migration leaves the old database, which can be migrated', async () => {
  using old = openOld();
  const { signal, stdout } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('die-in-migration.ts', import.meta.url)), old.path],
    { encoding: 'utf8' },
  );
  // The table of brands was there already.
  expect({ signal, stdout }).toEqual({ signal: 'SIGKILL', stdout: '{"brands":0}' });
  expect(describe(old.path)).toEqual({
    ...{ version: 1, tables: oldTables, integrity: 'ok', rows: old.before },
  });
  expect(await old.obey('status')).toMatchObject({ exitCode: 0, stderr: '' });
  (await openSqliteFile(old.path)).close();
  expect(describe(old.path)).toMatchObject({ version: 5, rows: old.before });
});

test('a migration that fails is one line that says what is in its way, and changes nothing', async () => {
  using old = openOld();
  {
    using database = new DatabaseSync(old.path);
    database.exec('CREATE TABLE brands (mine TEXT)');
  }
  const before = describe(old.path);
  expect(await old.obey('run')).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `importer: database ${old.path}: cannot be brought to schema 5, and is as it was: table "brands" already exists\n`,
  });
  expect(describe(old.path)).toEqual(before);
});

test('a list of migrations that is of other ones is one line', async () => {
  using old = openOld();
  {
    using database = new DatabaseSync(old.path);
    database.exec(`CREATE TABLE kysely_migration (name TEXT PRIMARY KEY, timestamp TEXT);
      INSERT INTO kysely_migration VALUES ('0007', '2026-01-01T00:00:00.000Z')`);
  }
  const before = describe(old.path);
  expect((await old.obey('run')).stderr).toBe(
    `importer: database ${old.path}: cannot be brought to schema 5, and is as it was: its list of migrations is damaged; name another file, and import into it anew\n`,
  );
  expect(describe(old.path)).toEqual(before);
});

test('a table needs nothing but its declaration to come into databases that are there', async () => {
  using folder = temporaryFolder();
  using database = await openSqliteFile(join(folder.path, 'erply.db'));
  const tableOf = (since: number): TableDeclaration => ({
    name: `table_${since}`,
    since,
    columns: { id: { type: 'integer', required: true }, name: { type: 'text' }, price: { type: 'decimal' } },
    key: ['id'],
    indexes: { [`by_name_${since}`]: { columns: ['name'] } },
  });
  // 10 comes behind 9, though not as a text.
  for (const tables of [[tableOf(9)], [tableOf(9), tableOf(10)]]) {
    await migrateSqlite(database, [...allTables, ...tables]);
    await migrateSqlite(database, [...allTables, ...tables]);
  }
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 10 });
  expect(() => database.exec("INSERT INTO table_10 VALUES (1, 'a', 'dear')")).toThrow('cannot store TEXT');
  expect(
    database
      .prepare('SELECT name FROM kysely_migration ORDER BY 1')
      .all()
      .map(({ name }) => name),
  ).toEqual(['0001', '0002', '0003', '0004', '0005', '0009', '0010']);
});

test('a column and an index need nothing but their declaration, and are filled from the records that are there', async () => {
  using old = openOld();
  const table = {
    lane: 'warehouses',
    name: 'warehouses',
    since: 1,
    columns: {
      code: text('code'),
      name: text('name'),
      is_offline: integer('isOfflineInventory'),
      pricelist_id: { ...integer('pricelistID'), since: 7 },
      unknown: { ...decimal('nothingLikeIt'), since: 7 },
    },
    indexes: {
      by_pricelist: { columns: ['pricelist_id'], since: 7 },
      by_name: { columns: ['name'], since: 8 },
    },
  };
  const others = allTables.filter(({ name }) => name !== 'warehouses');
  const tables = [...defineRecordTable(table).tables, ...others];
  using database = await openSqliteFile(old.path);
  database.prepare('DELETE FROM warehouses WHERE id = 2').run();
  const copy = database.prepare(
    `INSERT INTO warehouses (client_code, id, name, generation, record)
     SELECT client_code, ?, name, generation, record FROM warehouses WHERE client_code = '100001' AND id = 1`,
  );
  for (let id = 1000; id < 3500; id += 1) copy.run(id);
  await migrateSqlite(database, tables);
  const count = (where: string) =>
    Number(database.prepare(`SELECT count(*) AS found FROM warehouses WHERE ${where}`).get()?.found);
  expect(count("client_code = '100001' AND pricelist_id = 1 AND unknown IS NULL")).toBe(2501);
  // That of the other account does not say.
  expect(count('pricelist_id IS NULL')).toBe(1);
  using made = new DatabaseSync(':memory:');
  await migrateSqlite(made, tables);
  for (const one of [database, made]) {
    expect(one.prepare('PRAGMA user_version').get()).toEqual({ user_version: 8 });
    const indexes = one.prepare(
      "SELECT name FROM pragma_index_list('warehouses') WHERE origin = 'c' ORDER BY 1",
    );
    expect(indexes.all()).toEqual([{ name: 'by_name' }, { name: 'by_pricelist' }]);
  }
});

test('a column that is taken out or gets another type needs nothing but its declaration', async () => {
  using old = openOld();
  const table = {
    lane: 'warehouses',
    name: 'warehouses',
    since: 1,
    columns: {
      name: text('name'),
      // It was a text, and is filled anew from the records.
      code: { ...integer('warehouseID'), since: 7 },
      is_offline: integer('isOfflineInventory'),
    },
    former: {
      code: { type: 'text', until: 7 },
      mood: { type: 'text', since: 6, until: 8 },
    },
    indexes: {
      by_code: { columns: ['code'], since: 6, until: 7 },
      by_new_code: { columns: ['code'], since: 7 },
    },
  } as const;
  const others = allTables.filter(({ name }) => name !== 'warehouses');
  const tables = [...defineRecordTable(table).tables, ...others];
  using database = await openSqliteFile(old.path);
  using made = new DatabaseSync(':memory:');
  for (const one of [database, made]) {
    await migrateSqlite(one, tables);
    expect(one.prepare('PRAGMA user_version').get()).toEqual({ user_version: 8 });
    const columns = one.prepare("SELECT name, type FROM pragma_table_info('warehouses') ORDER BY name");
    const named = columns.all().map(({ name, type }) => `${name} ${type}`);
    expect(named).toContain('code INTEGER');
    expect(named.join()).not.toContain('mood');
    const indexes = one.prepare("SELECT name FROM pragma_index_list('warehouses') WHERE origin = 'c'");
    expect(indexes.all()).toEqual([{ name: 'by_new_code' }]);
  }
  expect(database.prepare('SELECT id, code FROM warehouses ORDER BY id').all()).toEqual(
    database.prepare('SELECT id, id AS code FROM warehouses ORDER BY id').all(),
  );
});
