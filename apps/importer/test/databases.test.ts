import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { openSqliteFile } from '../src/database/sqlite/open-sqlite-file.ts';
import { environment, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const copy = 'copy.db';

const commands = {
  run: ['run'],
  plan: ['plan'],
  status: ['status'],
  backup: ['backup', copy],
  forget: ['forget', '100001', '1002', '--yes'],
} as const;
type Name = keyof typeof commands;

/** Makes something at a path that a command then finds there. */
const found: Readonly<Record<string, (path: string) => void | Promise<void>>> = {
  'a folder': (path) => mkdirSync(path),
  'a text file': (path) => writeFileSync(path, 'This is a text and no database. '.repeat(100)),
  'a short text file': (path) => writeFileSync(path, 'text'),
  'a database of another program': (path) => {
    using database = new DatabaseSync(path);
    database.exec('CREATE TABLE products (id INTEGER); CREATE TABLE orders (id INTEGER)');
  },
  'a database of another program, in WAL mode': (path) => {
    using database = new DatabaseSync(path);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA user_version = 1; CREATE TABLE orders (id INTEGER)');
  },
  'a database with the ID of another program': (path) => {
    using database = new DatabaseSync(path);
    database.exec('PRAGMA application_id = 7; PRAGMA user_version = 1');
  },
  'a version that no importer writes': (path) => withVersion(path, -1),
  'a newer importer': (path) => withVersion(path, 99),
  'a database without one of its tables': async (path) => {
    using database = await openSqliteFile(path);
    database.exec('DROP TABLE dead_letters; PRAGMA journal_mode = DELETE');
  },
};

async function withVersion(path: string, version: number): Promise<void> {
  using database = await openSqliteFile(path);
  database.exec(`PRAGMA user_version = ${version}; PRAGMA journal_mode = DELETE`);
}

const expected: Readonly<Record<string, string>> = {
  'a folder': 'is a folder',
  'a text file': 'the file is not a SQLite database',
  'a short text file': 'the file is not a SQLite database',
  'a database of another program':
    'belongs to another program, it has the table products and 1 more; name another file',
  'a database of another program, in WAL mode':
    'belongs to another program, it has the table orders; name another file',
  'a database with the ID of another program': 'belongs to another program; name another file',
  'a version that no importer writes':
    'is damaged, its schema has the version -1, which no importer writes; name another file, and import into it anew',
  'a newer importer':
    'was written by a newer importer (schema 99; this one knows 5); use that one, or name another file',
  'a database without one of its tables':
    'is damaged, it has no table dead_letters; name another file, and import into it anew',
};

/** What lies in a folder, and what is in the files. */
const contentsOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).map((entry) => [
    entry.name,
    entry.isFile() &&
      createHash('sha256')
        .update(readFileSync(join(folder, entry.name)))
        .digest('hex'),
  ]);

async function obey(name: Name, path: string) {
  const [command, ...rest] = commands[name];
  const args = [
    command,
    ...rest.map((word) => (word === copy ? join(path, '..', word) : word)),
    '--database',
    `sqlite:${path}`,
  ];
  return runMain(args, environment('http://127.0.0.1:1'));
}

for (const [what, make] of Object.entries(found))
  test(`${what}: every command says so in one line, and changes nothing`, async () => {
    for (const name of Object.keys(commands) as Name[]) {
      using folder = temporaryFolder();
      const path = join(folder.path, 'erply.db');
      await make(path);
      const before = contentsOf(folder.path);
      expect(await obey(name, path), name).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: `importer: database ${path}: ${expected[what]}\n`,
      });
      expect(contentsOf(folder.path), name).toEqual(before);
    }
  });

for (const [what, line, make] of [
  ['a file that is not there', 'does not exist; the command "run" makes it', () => {}],
  ['an empty file', 'is empty; the command "run" fills it', (path: string) => writeFileSync(path, '')],
  [
    'a database without tables',
    'is empty; the command "run" fills it',
    (path: string) => {
      using database = new DatabaseSync(path);
      database.exec('CREATE TABLE t (x); DROP TABLE t');
    },
  ],
] as const)
  test(`${what}: run fills it, plan reads everything, the others say so`, async () => {
    await using erply = await startMock({ products: 20, warehouses: 1 });
    using folder = temporaryFolder();
    const path = join(folder.path, 'erply.db');
    make(path);
    for (const name of ['status', 'backup', 'forget'] as const)
      expect(await obey(name, path), name).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: `importer: database ${path}: ${line}\n`,
      });
    const env = { ...environment(erply.url), ERPLY_PASSWORD: 'demouser', DATABASE_URL: `sqlite:${path}` };
    expect((await runMain(['plan'], env)).stdout).toMatch(/^products +full +20 /m);
    expect(await runMain(['run'], env)).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await obey('status', path)).stdout).toMatch(/^products +20 /m);
    using database = new DatabaseSync(path, { readOnly: true });
    expect(database.prepare('PRAGMA application_id').get()).toEqual({ application_id: 0x65726b79 });
  });

test('a database from before its ID was set goes on to be used', async () => {
  await using erply = await startMock({ products: 20, warehouses: 1 });
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  {
    using database = await openSqliteFile(path);
    database.exec('PRAGMA application_id = 0');
  }
  const env = { ...environment(erply.url), ERPLY_PASSWORD: 'demouser', DATABASE_URL: `sqlite:${path}` };
  expect(await runMain(['run'], env)).toMatchObject({ exitCode: 0, stderr: '' });
});
