import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { type Meddling, startMeddlingProxy } from './meddling-proxy.ts';
import { environmentOf, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const secret = 'CANARY-SECRET-7f3a';

/** One fake for all: each test has an account of its own. */
const erply = await startMock({ seed: 1, port: 0, products: 60 });
afterAll(() => erply.close());

let accounts = 0;
const newAccount = () => `failures-${++accounts}`;

test.each([
  { name: 'wrong usage', args: 'run --speed 5', exitCode: 2, says: 'there is no option --speed' },
  {
    name: 'an unknown warehouse',
    args: 'run --warehouse 99',
    exitCode: 2,
    says: 'there is no warehouse 99; there are 1 (',
  },
  {
    name: 'a missing account',
    args: 'run',
    env: { ERPLY_CLIENT_CODE: '' },
    exitCode: 2,
    says: 'set ERPLY_CLIENT_CODE',
  },
  { name: 'a wrong password', args: 'run', env: { ERPLY_PASSWORD: secret }, exitCode: 1, says: 'verifyUser' },
  {
    name: 'an API that is not there',
    args: 'run',
    env: { ERPLY_API_URL: 'http://127.0.0.1:1' },
    exitCode: 1,
    says: '',
  },
  {
    name: 'a folder that cannot be',
    args: 'run --out password/feed',
    exitCode: 1,
    says: 'a part of the path is a file',
  },
  {
    name: 'a file that is not a feed',
    args: 'run --out notes.csv',
    exitCode: 1,
    says: 'is not a feed of this program',
  },
])('$name is one clear line', async ({ args, env, exitCode, says }) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'password'), secret);
  await writeFile(join(folder.path, 'notes.csv'), 'name,note\nAnn,hello\n');
  const run = await runMain({
    args,
    cwd: folder.path,
    env: { ...environmentOf(erply.url, newAccount()), ...env },
  });
  expect(run).toMatchObject({ exitCode, stdout: '' });
  expect(run.stderr.split('\n').filter((line) => line.startsWith('stock-feed: '))).toHaveLength(1);
  expect(run.stderr).toContain(says);
  expect(run.stderr).not.toMatch(/\n {4}at |CANARY/);
  expect((await readdir(folder.path, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual(
    [],
  );
});

test('names with line ends do not break the line', async () => {
  await using folder = await temporaryFolder();
  const account = newAccount();
  erply.account(account).data('warehouses').update(1, { name: 'Depot\r\nNorth\u001b[31m' });
  const env = environmentOf(erply.url, account);
  const run = await runMain({ args: 'run --warehouse 99', cwd: folder.path, env });
  expect(run.stderr).toMatch(
    /^warehouses\nstock-feed: there is no warehouse 99; there are 1 \(Depot North \[31m\), [^\n]*\n$/,
  );
});

test('a failure is reported to machines too', async () => {
  await using folder = await temporaryFolder();
  const env = { ...environmentOf('http://127.0.0.1:1'), ERPLY_USERNAME: '' };
  const run = await runMain({ args: 'run --json', cwd: folder.path, env });
  expect(JSON.parse(run.stdout)).toEqual({
    event: 'failure',
    exitCode: 2,
    message: expect.stringContaining('ERPLY_USERNAME'),
  });
});

const firstThird = (text: string) => text.slice(0, text.indexOf('\n', text.length / 3) + 1);
const withoutLastColumn = (text: string) => text.replaceAll(/,"[^",]*"$/gm, '');

test.each<{ name: string; meddling: Meddling; says: string }>([
  { name: 'a stock file that breaks off', meddling: { file: 'cut off' }, says: 'incomplete' },
  {
    // Its end looks like an end, so only the fall of its items gives it away.
    name: 'a stock file that was shortened with care',
    meddling: { file: firstThird },
    says: 'available items would fall to 0',
  },
  {
    name: 'stock without the column of what is reserved',
    meddling: { file: withoutLastColumn },
    says: 'amountReserved of product 1 in ',
  },
  {
    name: 'a page of products that comes back short',
    meddling: { records: { of: 'getProducts', become: (records) => records.slice(0, -1) } },
    says: 'more rows are announced than come',
  },
])('$name replaces nothing', async ({ meddling, says }) => {
  await using proxy = await startMeddlingProxy(erply.url, meddling);
  await using folder = await temporaryFolder();
  const account = newAccount();
  const feed = (url: string) =>
    runMain({ args: 'run --out .', cwd: folder.path, env: environmentOf(url, account) });
  expect(await feed(erply.url)).toMatchObject({ exitCode: 0 });
  const before = await readFile(join(folder.path, 'stock.csv'), 'utf8');
  const run = await feed(proxy.url);
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toContain(says);
  expect(await readFile(join(folder.path, 'stock.csv'), 'utf8')).toBe(before);
});
