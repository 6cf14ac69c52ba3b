import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { canary, environment, runMain } from './run-main.ts';
import { startForwarder } from './start-forwarder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);

/** Runs the program in a folder, with no variables but those of its file `.env`. */
async function runIn(cwd: string, ...args: string[]) {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { PATH, NODE_COMPILE_CACHE } });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { exitCode: await ended, stdout, stderr };
}

const accountOf = (url: string) => ({ ...environment(url), ERPLY_PASSWORD: 'demouser' });
const lines = (variables: Record<string, string>) =>
  Object.entries(variables).map(([name, value]) => `${name}=${value}\r\n`);

test('a byte order mark and CRLF in .env and in the password file lose nothing', async () => {
  await using erply = await startMock({ products: 20, warehouses: 1 });
  using folder = temporaryFolder();
  const { ERPLY_PASSWORD, ...account } = accountOf(erply.url);
  writeFileSync(join(folder.path, 'password'), `\uFEFF${ERPLY_PASSWORD}\r\n`);
  writeFileSync(
    join(folder.path, '.env'),
    `\uFEFF${lines({ DATABASE_URL: 'sqlite:./shop.db', ...account, ERPLY_PASSWORD_FILE: 'password' }).join('')}`,
  );
  const run = await runIn(folder.path, 'run', '--lanes', 'warehouses');
  expect(run).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining('importer:') });
  expect(existsSync(join(folder.path, 'shop.db'))).toBe(true);
  expect(existsSync(join(folder.path, '.data'))).toBe(false);
});

const unusable: readonly [name: string, make: (path: string) => void, line: (path: string) => string][] = [
  [
    'in UTF-16',
    (path) => writeFileSync(path, `\uFEFFERPLY_PASSWORD=${canary}`, 'utf16le'),
    (path) => `the file ${path} is in UTF-16; save it as UTF-8`,
  ],
  ['a folder', (path) => mkdirSync(path), (path) => `the file ${path} is a folder`],
  [
    'read in two ways',
    (path) => writeFileSync(path, `DATABASE_URL=sqlite:a#${canary}`),
    (path) =>
      `line 1 of ${path}: DATABASE_URL: # begins a comment, unless the value stands in quotation marks`,
  ],
];

for (const [name, make, line] of unusable) {
  test(`a file .env that is ${name}: one line and exit code 2, and help all the same`, async () => {
    using folder = temporaryFolder();
    const envFile = join(folder.path, '.env');
    make(envFile);
    const message = `${line(envFile)} (see --help)`;
    expect(await runMain(['status', '--json'], {}, { envFile })).toEqual({
      exitCode: 2,
      stderr: `importer: ${message}\n`,
      stdout: `${JSON.stringify({ event: 'failure', exitCode: 2, message })}\n`,
    });
    expect(await runMain(['--help'], {}, { envFile })).toMatchObject({ exitCode: 0, stderr: '' });
  });
}

test('a misspelt variable is named, whether it is needed or not', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  const { ERPLY_PASSWORD, ...account } = environment('http://127.0.0.1:1');
  expect(await runMain(['run'], { ...account, ERPLY_PASWORD: ERPLY_PASSWORD })).toMatchObject({
    exitCode: 2,
    stderr:
      'importer: set ERPLY_PASSWORD or ERPLY_PASSWORD_FILE; there is no variable ERPLY_PASWORD, did you mean ERPLY_PASSWORD? (see --help)\n',
  });
  const { stderr } = await runMain(['status'], { DATABSE_URL: `sqlite:${path}` });
  expect(stderr).toContain('importer: note: there is no variable DATABSE_URL, did you mean DATABASE_URL?\n');
});

/** This machine by an address that is not a loopback one for the client, as a container's name is not. */
const otherMachine = (url: string) => url.replace('127.0.0.1', '0.0.0.0');

for (const allowed of [{ args: ['--allow-insecure'] }, { env: { ERPLY_ALLOW_INSECURE: '1' } }]) {
  test(`a fake on another machine over http can be read with ${JSON.stringify(allowed)}`, async () => {
    await using erply = await startMock({ products: 20, warehouses: 1 });
    using folder = temporaryFolder();
    const env = {
      ...accountOf(otherMachine(erply.url)),
      DATABASE_URL: `sqlite:${join(folder.path, 'erply.db')}`,
    };
    expect(await runMain(['run'], env)).toMatchObject({
      exitCode: 2,
      stderr: `importer: http would send the password readable to ${new URL(env.ERPLY_API_URL).host}; use https, or allow it with --allow-insecure or ERPLY_ALLOW_INSECURE=1 (see --help)\n`,
    });
    const run = await runMain(['run', ...(allowed.args ?? [])], { ...env, ...allowed.env });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(/^stock +full +\d+ /m);
  });
}

test('report files from another host are refused, until it is allowed', async () => {
  await using erply = await startMock({ products: 20, warehouses: 1 });
  await using forwarder = await startForwarder(erply.url);
  using folder = temporaryFolder();
  const { host } = new URL(erply.url);
  const env = { ...accountOf(forwarder.url), DATABASE_URL: `sqlite:${join(folder.path, 'erply.db')}` };
  expect(await runMain(['run'], env)).toMatchObject({
    exitCode: 1,
    stderr: `importer: getProductStock: the report link leads to ${host}; if that is right, allow it with --allow-link-host or ERPLY_ALLOW_LINK_HOSTS.\n`,
  });
  const wrong = { ...env, ERPLY_ALLOW_LINK_HOSTS: 'files.example' };
  const flags = ['--allow-link-host', 'other.example', '--allow-link-host', host];
  expect(await runMain(['run'], wrong)).toMatchObject({ exitCode: 1 });
  expect(await runMain(['run', ...flags], wrong)).toMatchObject({ exitCode: 0, stderr: '' });
  const right = { ...env, ERPLY_ALLOW_LINK_HOSTS: `files.example,${host}` };
  expect(await runMain(['run', '--full'], right)).toMatchObject({ exitCode: 0, stderr: '' });
});
