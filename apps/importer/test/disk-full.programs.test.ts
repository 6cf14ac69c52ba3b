import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { withDatabase } from '../src/database/database-error.ts';
import { openSqliteFile } from '../src/database/sqlite/open-sqlite-file.ts';
import { sqliteDatabase } from '../src/database/sqlite/sqlite-database.ts';
import { openSqlSink } from '../src/sink/open-sql-sink.ts';
import { productOf } from './product-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a disk that is full is said in one line, and what was written before stays', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  using database = await openSqliteFile(path);
  const sink = openSqlSink({
    database: sqliteDatabase(database, path),
    clientCode: '100001',
    clock: { now: () => 0 },
  });
  const commit = (id: number, name: string) =>
    sink.commit({
      lane: 'products',
      generation: 1,
      rows: [sink.toRow('products', { id, record: productOf(id, name) }) ?? []].flat(),
      deletions: [],
      deadLetters: [],
      checkpoint: { phase: 'idle', generation: id },
      counters: { records: id, deletions: 0, deadLetters: 0 },
    });
  await commit(1, 'small');
  database.exec('PRAGMA max_page_count = 40');
  await expect(commit(2, 'x'.repeat(1_000_000))).rejects.toThrow(`database ${path}: the disk is full`);
  database.exec('PRAGMA max_page_count = 100000');
  expect(await sink.state('products')).toMatchObject({ checkpoint: { generation: 1 } });
  await commit(3, 'small');
  expect(await sink.countAlive('products', [1, 2, 3])).toBe(2);
});

const fill = fileURLToPath(new URL('fill-database.ts', import.meta.url));
/** Runs a command of the shell in a folder, with a program that fills the database there as $1 and $2. */
const inShell = (cwd: string, starter: readonly string[], command: string) =>
  spawnSync(starter[0] ?? '', [...starter.slice(1), 'sh', '-c', command, 'sh', process.execPath, fill], {
    cwd,
    encoding: 'utf8',
  });
/** Where a user may mount a file system of their own: not on every machine. */
const own = ['unshare', '--user', '--map-root-user', '--mount'];
const canMount = inShell('/tmp', own, 'mount -t tmpfs none /mnt').status === 0;

test.skipIf(!canMount)('a disk that has no room left, for whatever, is said to be full', () => {
  using folder = temporaryFolder();
  const disks = [
    { name: 'beside', size: 16 }, // What SQLite keeps beside the database.
    { name: 'log', size: 300 }, // The log of what was written last.
    { name: 'database', size: 8000 }, // The database, when the log is put into it.
  ];
  const mounts = disks.map(
    ({ name, size }) => `mkdir ${name} && mount -t tmpfs -o size=${size}k none ${name}`,
  );
  const paths = disks.map(({ name }) => `${name}/erply.db`);
  const command = `${mounts.join(' && ')} && "$1" "$2" ${paths.join(' ')}`;
  const { stdout, stderr } = inShell(folder.path, own, command);
  expect({ stdout, stderr }).toEqual({
    stdout: paths.map((path) => `database ${path}: the disk is full\n`).join(''),
    stderr: '',
  });
});

test.skipIf(process.platform === 'win32')(
  'a disk that takes no more for another reason says which they are',
  () => {
    using folder = temporaryFolder();
    const limited = `trap '' XFSZ; ulimit -f 400; "$1" "$2" erply.db`;
    expect(inShell(folder.path, ['env'], limited).stdout).toBe(
      'database erply.db: the disk takes no more: a quota is used up, the file may not become so large, or the disk is broken\n',
    );
  },
);

test.each([778, 1034, 1290, 1546, 4874])('result %i of SQLite is about writing', (errcode) => {
  const error = Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode });
  expect(() =>
    withDatabase('erply.db', () => {
      throw error;
    }),
  ).toThrow(
    'database erply.db: the disk takes no more: a quota is used up, the file may not become so large, or the disk is broken',
  );
});
