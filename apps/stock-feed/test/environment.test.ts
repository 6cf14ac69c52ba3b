import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { startMeddlingProxy } from './meddling-proxy.ts';
import { environmentOf, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);

const erply = await startMock({ seed: 1, port: 0, products: 60 });
afterAll(() => erply.close());

/** Runs the program in a folder, with no variables but those of its file `.env`. */
function runIn(cwd: string, ...args: string[]) {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return new Promise<{ exitCode: unknown; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { cwd, env: { PATH, NODE_COMPILE_CACHE } },
      (error, _, stderr) => resolve({ exitCode: error ? error.code : 0, stderr }),
    );
  });
}

test('a byte order mark and CRLF in .env and in the password file lose nothing', async () => {
  await using folder = await temporaryFolder();
  const { ERPLY_PASSWORD, ...account } = environmentOf(erply.url);
  const lines = Object.entries({ ...account, ERPLY_PASSWORD_FILE: 'password' });
  await writeFile(join(folder.path, 'password'), `\uFEFF${ERPLY_PASSWORD}\r\n`);
  await writeFile(
    join(folder.path, '.env'),
    `\uFEFF${lines.map((line) => `${line.join('=')}\r\n`).join('')}`,
  );
  expect(
    await runIn(folder.path, 'run', '--rows', 'stocked', '--no-identifiers', '--out', 'feed'),
  ).toMatchObject({
    exitCode: 0,
  });
  expect((await readdir(join(folder.path, 'feed'))).sort()).toEqual([
    'manifest.json',
    'stock.csv',
    'stock.ndjson',
  ]);
});

test.each<[string, (path: string) => Promise<unknown>, string]>([
  [
    'in UTF-16',
    (path) => writeFile(path, '\uFEFFERPLY_PASSWORD=x', 'utf16le'),
    'is in UTF-16; save it as UTF-8',
  ],
  ['a folder', (path) => mkdir(path), 'is a folder'],
])('a file .env that is %s is one clear line, and help comes all the same', async (_, make, problem) => {
  await using folder = await temporaryFolder();
  const envFile = join(folder.path, '.env');
  await make(envFile);
  const run = (args: string) => runMain({ args, cwd: folder.path, env: {}, envFile });
  expect(await run('run')).toMatchObject({
    exitCode: 2,
    stderr: `stock-feed: the file ${envFile} ${problem} (see --help)\n`,
  });
  expect(await run('--help')).toMatchObject({ exitCode: 0, stderr: '' });
});

test('a misspelt variable is noted', async () => {
  await using folder = await temporaryFolder();
  const { ERPLY_API_URL = '', ...account } = environmentOf('http://127.0.0.1:1');
  const env = { ...account, ERPLY_API_URI: ERPLY_API_URL, ERPLY_CLIENT_CODE: '-.-' };
  const { stderr } = await runMain({ args: 'run', cwd: folder.path, env });
  expect(stderr).toBe(
    'stock-feed: note: there is no variable ERPLY_API_URI, did you mean ERPLY_API_URL?\n' +
      'stock-feed: ERPLY_CLIENT_CODE cannot be part of a host name; set ERPLY_API_URL as well (see --help)\n',
  );
});

test.each([
  ['run --allow-insecure', {}],
  ['run', { ERPLY_ALLOW_INSECURE: '1' }],
])('a fake on another machine over http can be read with %s %j', async (args, more) => {
  await using folder = await temporaryFolder();
  // For the client that is not this machine, as the name of a container is not.
  const url = erply.url.replace('127.0.0.1', '0.0.0.0');
  const env = environmentOf(url);
  expect(await runMain({ args: 'run', cwd: folder.path, env })).toMatchObject({
    exitCode: 2,
    stderr: `stock-feed: http would send the password readable to ${new URL(url).host}; use https, or allow it with --allow-insecure or ERPLY_ALLOW_INSECURE=1 (see --help)\n`,
  });
  expect(await runMain({ args, cwd: folder.path, env: { ...env, ...more } })).toMatchObject({ exitCode: 0 });
});

test('stock files from another host are refused, until it is allowed', async () => {
  await using proxy = await startMeddlingProxy(erply.url, { linksToTarget: true });
  await using folder = await temporaryFolder();
  const { host } = new URL(erply.url);
  const run = (args: string, more = {}) =>
    runMain({ args: `run ${args}`, cwd: folder.path, env: { ...environmentOf(proxy.url), ...more } });
  const refused = await run('', { ERPLY_ALLOW_LINK_HOSTS: 'files.example' });
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain(
    `stock-feed: getProductStock: the report link leads to ${host}; if that is right, allow it with --allow-link-host or ERPLY_ALLOW_LINK_HOSTS.\n`,
  );
  expect(await run(`--allow-link-host ${host}`, { ERPLY_ALLOW_LINK_HOSTS: 'files.example' })).toMatchObject({
    exitCode: 0,
  });
  expect(await run('', { ERPLY_ALLOW_LINK_HOSTS: host })).toMatchObject({ exitCode: 0 });
});
