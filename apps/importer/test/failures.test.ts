import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { lockSqliteFile } from '../src/database/sqlite/lock-sqlite-file.ts';
import { environment, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const nowhere = 'http://127.0.0.1:1';

/** Runs an import that must fail with this one line. */
async function expectFailure(path: string, line: string | RegExp, url = nowhere) {
  const { exitCode, stdout, stderr } = await runMain(
    ['run', '--database', `sqlite:${path}`],
    environment(url),
  );
  expect(stderr).toMatch(line);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
}

test('a wrong password', async () => {
  await using erply = await startMock();
  using folder = temporaryFolder();
  await expectFailure(join(folder.path, 'erply.db'), /^importer: verifyUser: .*1051/, erply.url);
});

test('an API that is not there', async () => {
  using folder = temporaryFolder();
  await expectFailure(join(folder.path, 'erply.db'), /^importer: verifyUser: no connection .*ERPLY_API_URL/);
});

test('a database that is a folder', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  mkdirSync(path);
  await expectFailure(path, `importer: database ${path}: is a folder\n`);
});

test('a database whose path leads through a file', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'file'), '');
  await expectFailure(join(folder.path, 'file', 'erply.db'), /its path leads through a file/);
});

test('a file that is not a database', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  writeFileSync(path, 'This is a text and no database. '.repeat(100));
  await expectFailure(path, `importer: database ${path}: the file is not a SQLite database\n`);
  expect(readFileSync(path, 'utf8')).toContain('This is a text');
});

test('a database of a newer importer', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  using database = new DatabaseSync(path);
  database.exec('PRAGMA user_version = 99');
  await expectFailure(path, /was written by a newer importer \(schema 99; this one knows 5\)/);
});

test('a database that another run writes to', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  using _lock = lockSqliteFile(path);
  await expectFailure(path, `importer: database ${path}: another run is writing to it\n`);
});

test('with --json, a failure is an object too', async () => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'erply.db'));
  const args = ['run', '--json', '--database', `sqlite:${folder.path}/erply.db`];
  const { stdout } = await runMain(args, environment(nowhere));
  expect(JSON.parse(stdout)).toMatchObject({ event: 'failure', exitCode: 1 });
});

test('status of a database that is not there', async () => {
  const { exitCode, stderr } = await runMain(['status', '--database', 'sqlite:/nowhere/erply.db']);
  expect(stderr).toBe('importer: database /nowhere/erply.db: does not exist; the command "run" makes it\n');
  expect(exitCode).toBe(1);
});

test('the files of the database are readable by their owner only', async () => {
  await using erply = await startMock({ products: 20, warehouses: 1 });
  using folder = temporaryFolder();
  const path = join(folder.path, 'deep', 'erply.db');
  const env = { ...environment(erply.url), ERPLY_PASSWORD: 'demouser', DATABASE_URL: `sqlite:${path}` };
  expect(await runMain(['run'], env)).toMatchObject({ exitCode: 0 });
  for (const file of [path, `${path}-lock`]) expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  [
    'of a later version',
    '{"phase":"sorting","mode":"full","generation":1,"before":{"phase":"idle","generation":0}}',
  ],
  ['that is not JSON', '{"phase":"idle"'],
  ['without its number', '{"phase":"idle"}'],
])('a checkpoint %s is one line that names the database, and nothing is written', async (_, checkpoint) => {
  await using erply = await startMock({ products: 20 });
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  const env = { ...environment(erply.url), ERPLY_PASSWORD: 'demouser' };
  const run = (command: string) => runMain([command, '--database', `sqlite:${path}`], env);
  expect((await run('run')).exitCode).toBe(0);
  using database = new DatabaseSync(path);
  database.prepare("UPDATE sync_state SET checkpoint = ? WHERE lane = 'products'").run(checkpoint);
  for (const command of ['run', 'plan']) {
    const { exitCode, stderr } = await run(command);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr:
        `importer: database ${path}: the checkpoint of lane products is damaged, or of a later version; ` +
        'delete that row of sync_state to read the lane in full\n',
    });
  }
  expect(database.prepare("SELECT checkpoint FROM sync_state WHERE lane = 'products'").get()).toEqual({
    checkpoint,
  });
});
