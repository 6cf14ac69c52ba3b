import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { ownProcess } from '@erply-kit/command-line';
import type { Clock } from '@erply-kit/sync';

import { backUpDatabase } from '../src/database/sqlite/back-up-database.ts';
import { openSqliteFile } from '../src/database/sqlite/open-sqlite-file.ts';
import { sqliteDatabase } from '../src/database/sqlite/sqlite-database.ts';
import { createFileProgress } from '../src/output/file-progress.ts';
import { openSqlSink } from '../src/sink/open-sql-sink.ts';
import { allTables } from '../src/tables/all-tables.ts';
import { productOf } from './product-of.ts';
import { runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const clock: Clock = { now: () => 1_700_000_000_000 };

/** A database with so many products, open as during an import; what is new lies in its WAL. */
async function openShop(products = 100) {
  const folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  const database = await openSqliteFile(path);
  const sink = openSqlSink({ database: sqliteDatabase(database, path), clientCode: '100001', clock });
  /** Writes one page of products, as a run does. */
  const writePage = (firstID: number, count: number) =>
    sink.commit({
      lane: 'products',
      generation: 1,
      rows: Array.from({ length: count }, (_, index) => firstID + index).flatMap(
        (id) => sink.toRow('products', { id, record: productOf(id) }) ?? [],
      ),
      deletions: [],
      deadLetters: [],
      checkpoint: { phase: 'idle', generation: 1, watermark: firstID },
      counters: { records: count, deletions: 0, deadLetters: 0 },
    });
  for (let id = 1; id <= products; id += 1000) await writePage(id, Math.min(1000, products - id + 1));
  return {
    ...{ path, database, writePage, folder: folder.path },
    inFolder: (name: string) => join(folder.path, name),
    backUp: (...args: string[]) => runMain(['backup', ...args, '--database', `sqlite:${path}`]),
    [Symbol.dispose]() {
      database.close();
      folder[Symbol.dispose]();
    },
  };
}

/** Every row of every table, as text. */
function rowsOf(path: string): Record<string, string[]> {
  using database = new DatabaseSync(path, { readOnly: true });
  const read = (table: string) => database.prepare(`SELECT * FROM ${table}`).all();
  return Object.fromEntries(
    allTables.map(({ name }) => [name, read(name).map((row) => JSON.stringify(row))]),
  );
}

test('a backup is one file with everything in it, and only its owner can read it', async () => {
  using shop = await openShop();
  const copy = shop.inFolder('copy.db');
  const { exitCode, stdout, stderr } = await shop.backUp(copy);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`^${copy}: 0\\.\\d MB in \\d+\\.\\d s\\n$`));
  expect(rowsOf(copy)).toEqual(rowsOf(shop.path));
  expect(rowsOf(copy).products).toHaveLength(100);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(readdirSync(shop.folder).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db']);
  expect(await runMain(['status', '--database', `sqlite:${copy}`])).toMatchObject({ exitCode: 0 });
});

test('with --json the result is an object', async () => {
  using shop = await openShop();
  const path = shop.inFolder('copy.db');
  const { stdout } = await shop.backUp(path, '--json');
  expect(JSON.parse(stdout)).toEqual({
    ...{ event: 'backup', path, bytes: statSync(path).size },
    seconds: expect.any(Number),
  });
});

test('a file that is there is replaced only by force, whole or not at all', async () => {
  using shop = await openShop();
  const copy = shop.inFolder('copy.db');
  writeFileSync(copy, 'yesterday', { mode: 0o644 });
  expect(await shop.backUp(copy)).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `importer: database ${copy}: is there already; --force replaces it\n`,
  });
  expect(readFileSync(copy, 'utf8')).toBe('yesterday');
  expect((await shop.backUp(copy, '--force')).exitCode).toBe(0);
  expect(rowsOf(copy)).toEqual(rowsOf(shop.path));
  expect(statSync(copy).mode & 0o777).toBe(0o600);
});

test('behind a link, what it leads to is replaced', async () => {
  using shop = await openShop();
  const [link, target] = [shop.inFolder('latest.db'), shop.inFolder('copy.db')];
  writeFileSync(target, 'yesterday');
  symlinkSync(target, link);
  expect((await shop.backUp(link, '--force')).exitCode).toBe(0);
  expect(rowsOf(target)).toEqual(rowsOf(shop.path));
  expect(readdirSync(shop.folder)).toContain('latest.db');
});

test('the database itself is never written over, whatever it is called', async () => {
  using shop = await openShop();
  const [link, twin] = [shop.inFolder('link.db'), shop.inFolder('twin.db')];
  symlinkSync(shop.path, link);
  linkSync(shop.path, twin);
  mkdirSync(shop.inFolder('deep'));
  const names = [shop.path, `${shop.folder}/deep/../erply.db`, link, twin];
  const beside = ['-wal', '-shm', '-journal', '-lock'].map((ending) => `${shop.path}${ending}`);
  for (const name of [...names, ...beside])
    expect(await shop.backUp(name, '--force'), name).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'importer: the copy must not go to the database itself, or to a file that belongs to it (see --help)\n',
    });
  expect(rowsOf(shop.path).products).toHaveLength(100);
});

for (const [what, name, line, make] of [
  ['a folder that is not there', 'no/copy.db', 'its folder does not exist', () => {}],
  ['a folder', 'copy.db', 'is there already, and not a file', (path: string) => mkdirSync(path)],
  [
    'a path through a file',
    'file/copy.db',
    'its path leads through a file',
    (path: string) => writeFileSync(join(path, '..'), ''),
  ],
  [
    'a link that leads nowhere',
    'copy.db',
    'is a link that leads nowhere',
    (path: string) => symlinkSync('/nowhere', path),
  ],
] as const)
  test(`${what}: one line, and nothing is left behind`, async () => {
    using shop = await openShop();
    const copy = shop.inFolder(name);
    make(copy);
    const before = readdirSync(shop.folder);
    expect(await shop.backUp(copy, '--force')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `importer: database ${copy}: ${line}\n`,
    });
    expect(readdirSync(shop.folder)).toEqual(before);
  });

test('a disk that gets full is said in one line; what was there stays, and nothing is left behind', async () => {
  using shop = await openShop();
  const to = shop.inFolder('copy.db');
  writeFileSync(to, 'yesterday');
  const vacuum = async ({ to: unfinished }: { to: string }) => {
    for (const file of [unfinished, `${unfinished}-journal`]) writeFileSync(file, 'half of it');
    throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  };
  const { signal } = new AbortController();
  const backup = backUpDatabase({ from: shop.path, to, force: true, signal, vacuum, onProgress: () => {} });
  await expect(backup).rejects.toThrow(`database ${to}: the disk is full`);
  expect(readFileSync(to, 'utf8')).toBe('yesterday');
  expect(readdirSync(shop.folder).filter((name) => name.includes('.tmp'))).toEqual([]);
});

test('a database that is damaged is named, not the copy', async () => {
  using shop = await openShop(2000);
  shop.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(shop.path);
  const damaged = shop.inFolder('damaged.db');
  writeFileSync(damaged, bytes.fill(0x55, bytes.length / 2, bytes.length - 4096));
  const { exitCode, stderr } = await runMain([
    ...['backup', shop.inFolder('copy.db'), '--database', `sqlite:${damaged}`],
  ]);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: `importer: database ${damaged}: the file is damaged\n`,
  });
  expect(existsSync(shop.inFolder('copy.db'))).toBe(false);
});

test('a signal ends it, and what is unfinished goes', async () => {
  using shop = await openShop();
  const signal = AbortSignal.abort('SIGTERM');
  const copy = shop.inFolder('copy.db');
  const args = ['backup', copy, '--database', `sqlite:${shop.path}`];
  expect(await runMain(args, {}, { signal })).toMatchObject({ exitCode: 143, stdout: '' });
  expect(readdirSync(shop.folder).filter((name) => name.startsWith('copy'))).toEqual([]);
});

test('what a killed backup has left goes with the next one; that of a running one stays', async () => {
  using shop = await openShop();
  const copy = shop.inFolder('copy.db');
  const [machine, pid, began] = ownProcess().split('-');
  const of = (owner: string, ending = 'tmp') => `copy.db.${owner}.${ending}`;
  const gone = `${machine}-${2 ** 22 + 1}-5`;
  const elsewhere = (id: number) => `0123456789ab-${id}-${began}`;
  const left = [of(gone), of(gone, 'tmp-journal'), of(elsewhere(1))];
  // Only Linux says when a process began.
  if (process.platform === 'linux') left.push(of(`${machine}-${pid}-1`));
  const kept = [of(`${machine}-${process.ppid}-0`), of(elsewhere(2)), 'copy.db.mine.tmp'];
  for (const name of [...left, ...kept]) writeFileSync(shop.inFolder(name), '');
  utimesSync(shop.inFolder(of(elsewhere(1))), 1, 1);
  expect((await shop.backUp(copy)).exitCode).toBe(0);
  expect(readdirSync(shop.folder).filter((name) => name.includes('.tmp'))).toEqual(kept.sort());
});

test('progress is one line on a terminal, and a plain one every five seconds elsewhere', () => {
  const written: string[] = [];
  const out = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) });
  let now = 0;
  for (const { isTTY, json } of [
    { isTTY: true, json: false },
    { isTTY: false, json: false },
    { isTTY: false, json: true },
  ]) {
    now = 0;
    const progress = createFileProgress({ out: out(isTTY), event: 'backupProgress', json, now: () => now });
    for (now of [4000, 5000]) progress.written(123_456_789);
    progress.end();
    progress.end();
  }
  const line = '\r\u001b[K123.5 MB written';
  expect(written).toEqual([
    ...[line, line, '\r\u001b[K'],
    '123.5 MB written\n',
    '{"event":"backupProgress","bytes":123456789}\n',
  ]);
});

/** 100,000 in `pnpm test:deep`. */
const products = Math.min(100_000, 2000 * Number(process.env.PROPERTY_SCALE ?? 1));

test(`${products} products, while an import writes on: the copy is whole, and of one moment`, {
  timeout: 240_000,
}, async () => {
  using shop = await openShop(products);
  const copy = shop.inFolder('copy.db');
  let isDone = false;
  const backup = shop.backUp(copy).finally(() => {
    isDone = true;
  });
  let pages = 0;
  // A run that reads everything again, and writes page after page meanwhile.
  for (; !isDone && pages < 10_000; pages += 1) {
    await shop.writePage(200_001 + pages * 100, 100);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await backup).toMatchObject({ exitCode: 0 });
  expect(pages).toBeGreaterThan(0);
  using database = new DatabaseSync(copy, { readOnly: true });
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  // Every page and its checkpoint are in it together, or neither is.
  const one = (sql: string) => Number(database.prepare(sql).get()?.found);
  const last = one('SELECT max(id) AS found FROM products');
  const watermark = one("SELECT watermark AS found FROM sync_state WHERE lane = 'products'");
  expect(watermark).toBe(last === products ? products - 999 : last - 99);
  expect(one('SELECT count(*) AS found FROM products WHERE id <= 100000')).toBe(products);
  using source = new DatabaseSync(shop.path, { readOnly: true });
  source.prepare('ATTACH ? AS copy').run(copy);
  const missing = `SELECT count(*) AS found FROM
    (SELECT * FROM main.products WHERE id <= ${last} EXCEPT SELECT * FROM copy.products)`;
  expect(source.prepare(missing).get()).toEqual({ found: 0 });
});
