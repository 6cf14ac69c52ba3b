import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { openSqliteFile } from '../../src/database/sqlite/open-sqlite-file.ts';
import { exportedTables } from '../../src/parquet/exported-tables.ts';
import { runMain } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { exportStory, manifestIn } from './export-story.ts';
import { openDuckDB } from './open-duckdb.ts';

/** A database without a row but what is written by `ask`, and a command that exports it. */
async function openExport() {
  const folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  (await openSqliteFile(path)).close();
  const target = join(folder.path, 'parquet');
  const database = new DatabaseSync(path);
  const brand = database.prepare(
    'INSERT INTO brands (client_code, id, name, generation, record) VALUES (?, ?, ?, 1, ?)',
  );
  return {
    ...{ path, target },
    addBrands(count: number, { record = '{}', clientCode = '100001', first = 1 } = {}) {
      database.exec('BEGIN');
      for (let id = first; id < first + count; id++) brand.run(clientCode, id, `Brand ${id}`, record);
      database
        .prepare("INSERT OR REPLACE INTO sync_state VALUES (?, 'brands', 'idle', 1, 0, 0, 0, '{}', 0)")
        .run(clientCode);
      database.exec('COMMIT');
    },
    exec: (text: string) => database.exec(text),
    run: (args: readonly string[] = [], options: Parameters<typeof runMain>[2] = {}) =>
      runMain(['export', '--parquet', target, '--database', `sqlite:${path}`, ...args], {}, options),
    [Symbol.dispose]() {
      database.close();
      folder[Symbol.dispose]();
    },
  };
}

test('DuckDB reads from the files what SQLite holds: rows, nulls, texts, money to the cent', () =>
  exportStory('sqlite:erply.db', {
    microUnits: 'sum(cast(round(price * 1000000) as integer))',
    products: 40,
  }));

test('a table without rows has the same columns as one with rows', async () => {
  using copy = await openExport();
  expect((await copy.run()).exitCode).toBe(0);
  using duck = await openDuckDB();
  const columns = () => duck.ask(`describe select * from '${join(copy.target, 'brands.parquet')}'`);
  const empty = await columns();
  expect(empty.length).toBeGreaterThan(4);
  copy.addBrands(3);
  expect((await copy.run()).exitCode).toBe(0);
  expect(await columns()).toEqual(empty);
  expect(manifestIn(copy.target).files.find(({ table }) => table === 'brands')?.rows).toBe(3);
});

test('a table larger than a row group can be is in several of them', async () => {
  using copy = await openExport();
  copy.addBrands(2500, { record: JSON.stringify({ text: 'x'.repeat(10_000) }) });
  expect((await copy.run(['--tables', 'brands'])).exitCode).toBe(0);
  using duck = await openDuckDB();
  const file = join(copy.target, 'brands.parquet');
  const groups = await duck.ask(
    `select count(distinct row_group_id) as groups from parquet_metadata('${file}')`,
  );
  expect(groups).toEqual([{ groups: '2' }]);
  const found = await duck.ask(
    `select count(*) as rows, count(distinct id) as ids, sum(length(record->>'text')) as letters from '${file}'`,
  );
  expect(found).toEqual([{ rows: '2500', ids: '2500', letters: '25000000' }]);
});

test('what is written meanwhile is in none of the tables', async () => {
  using copy = await openExport();
  copy.addBrands(1500);
  let isLate = false;
  const late = () => {
    if (!isLate) copy.addBrands(1000, { first: 5000 });
    isLate = true;
  };
  // The clock is asked after each page.
  let ticks = 0;
  const now = () => {
    ticks += 1;
    if (ticks > 3) late();
    return 0;
  };
  const { exitCode } = await copy.run(['--tables', 'brands,warehouses'], { now });
  expect([exitCode, isLate]).toEqual([0, true]);
  expect(manifestIn(copy.target).files.map(({ rows }) => rows)).toEqual([0, 1500]);
});

test('--account takes the rows of one account, and refuses one that is not there', async () => {
  using copy = await openExport();
  copy.addBrands(3);
  copy.addBrands(4, { clientCode: '100002' });
  expect((await copy.run(['--account', '100002'])).exitCode).toBe(0);
  expect(manifestIn(copy.target)).toMatchObject({ lanes: [{ clientCode: '100002', lane: 'brands' }] });
  expect(manifestIn(copy.target).files.find(({ table }) => table === 'brands')?.rows).toBe(4);
  expect(await copy.run(['--account', '7'])).toMatchObject({
    exitCode: 1,
    stderr: `importer: database ${copy.path}: holds no account 7\n`,
  });
});

test('a smaller export leaves nothing of a larger one behind', async () => {
  using copy = await openExport();
  await copy.run();
  expect(readdirSync(copy.target)).toHaveLength(exportedTables.length + 1);
  expect((await copy.run(['--tables', 'stock, brands'])).exitCode).toBe(0);
  expect(readdirSync(copy.target).sort()).toEqual(['brands.parquet', 'manifest.json', 'stock.parquet']);
});

test('a folder with other files is refused, and keeps them with --force', async () => {
  using copy = await openExport();
  mkdirSync(copy.target);
  writeFileSync(join(copy.target, 'products.parquet'), 'of somebody else');
  writeFileSync(join(copy.target, 'notes.txt'), 'mine');
  const refused = await copy.run(['--tables', 'products']);
  expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
  expect(refused.stderr).toMatch(/--parquet: the folder holds files that are not of an export;.*--force/);
  expect(readdirSync(copy.target).sort()).toEqual(['notes.txt', 'products.parquet']);
  expect((await copy.run(['--tables', 'products', '--force'])).exitCode).toBe(0);
  expect(readFileSync(join(copy.target, 'notes.txt'), 'utf8')).toBe('mine');
  expect(readFileSync(join(copy.target, 'products.parquet'), 'latin1').slice(0, 4)).toBe('PAR1');
});

test('an export that fails or is stopped leaves the earlier one as it was, and nothing half written', async () => {
  using copy = await openExport();
  copy.addBrands(2500);
  const stopped = new AbortController();
  const now = () => {
    stopped.abort('SIGTERM');
    return 0;
  };
  expect(await copy.run([], { now, signal: stopped.signal })).toMatchObject({ exitCode: 143 });
  expect(existsSync(copy.target)).toBe(false);
  await copy.run();
  const before = readFileSync(join(copy.target, 'manifest.json'), 'utf8');
  // The last table of all cannot be read to its end: the others are written by then.
  copy.exec('ALTER TABLE purchase_document_rows RENAME COLUMN position TO place');
  const failed = await copy.run();
  expect(failed).toMatchObject({ exitCode: 1, stdout: '' });
  expect(failed.stderr).toMatch(/^importer: database .*no such column: "position".*\n$/);
  expect(readFileSync(join(copy.target, 'manifest.json'), 'utf8')).toBe(before);
  expect(readdirSync(copy.target)).toHaveLength(exportedTables.length + 1);
});

test('what is typed wrong is said in one line', async () => {
  using copy = await openExport();
  const line = async (...args: string[]) => (await runMain(['export', ...args])).stderr.split('\n')[0];
  expect(await line()).toBe(
    'importer: say which folder to write: importer export --parquet DIR (see --help)',
  );
  expect((await copy.run(['--tables', 'product'])).stderr).toContain(
    '--tables: there is no table "product"; did you mean products',
  );
  expect((await copy.run(['--tables', 'stock_staged'])).exitCode).toBe(2);
});
