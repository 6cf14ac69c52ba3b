import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, describe, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { canary, environment, runMain } from './run-main.ts';
import { startTamperingProxy, type Tamper } from './tampering-proxy.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Clears a screen, in both spellings; rings; ends a line; turns the direction of writing round. */
const controls = '\u001b[2J\u009b2K\u0007\r\n\u0085\u2028\u202e';
const hostile = `${canary}${controls}`;
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u;

const proxy = await startTamperingProxy();
const erply = await startMock({ products: 30, warehouses: 2, publicUrl: proxy.url });
proxy.target = erply.url;
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await erply.close();
});

const env = (path: string) => ({
  ...environment(proxy.url),
  ERPLY_PASSWORD: 'demouser',
  DATABASE_URL: `sqlite:${path}`,
});

/** Fails on anything in the lines that moves the cursor, and on secrets. */
function expectClean(run: { readonly stdout: string; readonly stderr: string }): void {
  for (const text of [run.stdout, run.stderr]) {
    for (const line of text.split('\n')) expect(unwanted.exec(line)?.[0]).toBeUndefined();
    expect(text.includes(canary)).toBe(false);
  }
}

type Fields = Record<string, unknown>;

/** Puts hostile words into one field of each status, or of each record. */
const statusWith =
  (field: string, value: unknown): Tamper =>
  (text) => {
    if (!text.startsWith('{')) return text;
    const answer = JSON.parse(text) as { status: Fields; requests?: { status: Fields }[] };
    answer.status[field] = value;
    for (const part of answer.requests ?? []) part.status[field] = value;
    return JSON.stringify(answer);
  };

const everywhere: Tamper = (text) =>
  text.startsWith('{')
    ? text.replaceAll(
        /"(name|code\d?|type|status|phone|address|username|tableName)":"[^"]*"/g,
        (_, field: string) => `${JSON.stringify(field)}:${JSON.stringify(hostile)}`,
      )
    : text.replaceAll(/"\d+"$/gm, `"${hostile.replaceAll(/[\r\n]/g, '')}"`);

/** None that the client would try again: that would take seconds. Its own tests have those. */
const spoilt: readonly [name: string, tamper: Tamper][] = [
  ...[
    'errorCode',
    'errorField',
    'recordsTotal',
    'requestUnixTime',
    'responseStatus',
    'generationTime',
  ].flatMap((field): [string, Tamper][] => [
    [`a text in ${field}`, statusWith(field, hostile)],
    [`a list in ${field}`, statusWith(field, [hostile])],
  ]),
  [
    'a code and its field',
    (text) =>
      statusWith('errorField', hostile)(
        statusWith('errorCode', 1016)(text, new URLSearchParams()),
        new URLSearchParams(),
      ),
  ],
  ['texts in records and files', everywhere],
  ['a link to elsewhere', (text) => text.replaceAll(proxy.url.slice(7), 'evil.example')],
];

describe.each(spoilt)('%s', (_, tamper) => {
  test.each(['run', 'run --json', 'plan', 'plan --json'])('reaches no terminal: %s', async (command) => {
    using folder = temporaryFolder();
    proxy.tamper = tamper;
    expectClean(await runMain(command.split(' '), env(join(folder.path, 'erply.db'))));
  });
});

describe('names on this machine', () => {
  test.each(['run', 'run --json', 'status', 'status --json', 'backup'])('of a file: %s', async (command) => {
    using folder = temporaryFolder();
    proxy.tamper = (text) => text;
    // Of a variable, a line end is refused.
    const inName = controls.replaceAll(/[\r\n]/g, '');
    const path = join(folder.path, `a${inName}.db`);
    const more = command === 'backup' ? [join(folder.path, `b${controls}.db`)] : [];
    expectClean(await runMain([...command.split(' '), ...more], env(path)));
    if (!command.startsWith('run')) {
      expect(await runMain(['run'], env(path))).toMatchObject({ exitCode: 0 });
      expectClean(await runMain([...command.split(' '), ...more], env(path)));
    }
  });

  test.each(['status', 'status --json'])('of an account in the database: %s', async (command) => {
    using folder = temporaryFolder();
    proxy.tamper = (text) => text;
    const path = join(folder.path, 'erply.db');
    expect((await runMain(['run'], env(path))).exitCode).toBe(0);
    using database = new DatabaseSync(path);
    for (const table of ['sync_state', 'products'])
      database.prepare(`UPDATE ${table} SET client_code = ?`).run(`1${controls}`);
    database.prepare('UPDATE sync_state SET phase = ?').run(controls);
    const { exitCode, ...printed } = await runMain(command.split(' '), env(path));
    expect(exitCode).toBe(0);
    expectClean(printed);
  });

  test.each([
    'ERPLY_CLIENT_CODE',
    'ERPLY_USERNAME',
    'ERPLY_API_URL',
    'ERPLY_ALLOW_LINK_HOSTS',
    'ERPLY_ALLOW_INSECURE',
    'DATABASE_URL',
    'ERPLY_PASSWORD_FILE',
  ])('of a variable: %s', async (name) => {
    using folder = temporaryFolder();
    const variables = { ...env(join(folder.path, 'erply.db')), [name]: hostile };
    for (const args of [['run'], ['run', '--json']]) expectClean(await runMain(args, variables));
  });

  test.each([
    [`run${controls}`],
    ['run', `--lanes=${controls}`],
    ['run', `--x${controls}`],
    ['plan', controls],
  ])('of an argument: %#', async (...args) => expectClean(await runMain(args, env('erply.db'))));
});
