import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { startMeddlingProxy } from './meddling-proxy.ts';
import { environmentOf, type MainRun, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const secret = 'CANARY-SECRET-7f3a';
/** Clears a screen, in both spellings; rings; ends a line; turns the direction of writing round. */
const controls = '\u001b[2J\u009b2K\u0007\r\n\u0085\u2028\u202e';
const hostile = `${secret}${controls}`;
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u;

const erply = await startMock({ seed: 1, port: 0, products: 60 });
afterAll(() => erply.close());

let accounts = 0;
const newAccount = () => `terminal-${++accounts}`;

/** Fails on anything in the lines that moves the cursor. */
function expectClean({ stdout, stderr }: MainRun): void {
  for (const text of [stdout, stderr])
    for (const line of text.split('\n')) expect(unwanted.exec(line)?.[0]).toBeUndefined();
}

const commands = ['run --out .', 'run --out . --json', 'run --out . --warehouse 99'];

describe.each(commands)('%s', (args) => {
  test('shows names of warehouses on one line', async () => {
    await using folder = await temporaryFolder();
    const account = newAccount();
    const warehouses = erply.account(account).data('warehouses');
    warehouses.update(1, { name: `Depot${controls}` });
    const env = environmentOf(erply.url, account);
    expectClean(await runMain({ args, cwd: folder.path, env }));
    // One that is gone by the next run is named in the report.
    warehouses.remove(1);
    expectClean(await runMain({ args, cwd: folder.path, env }));
  });

  test.each([
    ['a text in a stock file', { file: (text: string) => text.replace(/"[^"]*"$/m, `"${secret}\u001b[2J"`) }],
    ['a text that is not a row', { file: (text: string) => `${text}${secret}\u001b[2J\u009b2K\n` }],
    ['what are not records', { records: { of: 'getWarehouses', become: () => [hostile] } }],
    [
      'an ID that is a text',
      { records: { of: 'getWarehouses', become: () => [{ warehouseID: hostile, name: hostile }] } },
    ],
    [
      'a flag that is a text',
      {
        records: {
          of: 'getProducts',
          become: (all: unknown[]) => all.map((one) => ({ ...(one as object), nonStockProduct: hostile })),
        },
      },
    ],
  ])('shows nothing of a server that sends %s', async (_, meddling) => {
    await using proxy = await startMeddlingProxy(erply.url, meddling);
    await using folder = await temporaryFolder();
    const run = await runMain({ args, cwd: folder.path, env: environmentOf(proxy.url, newAccount()) });
    expectClean(run);
    expect(run.stdout + run.stderr).not.toContain(secret);
  });
});

test.each(['run', 'run --json'])('%s shows names of files and folders on one line', async (command) => {
  await using folder = await temporaryFolder();
  const inName = controls.replaceAll(/\s/g, '');
  await mkdir(join(folder.path, inName));
  await writeFile(join(folder.path, `${inName}.csv`), 'name\nAnn\n');
  for (const out of [inName, `${inName}.csv`, `${inName}.txt`, `${inName}.csv/x`]) {
    const env = environmentOf(erply.url, newAccount());
    expectClean(await runMain({ args: `${command} --out ${out}`, cwd: folder.path, env }));
  }
});

test.each([
  'ERPLY_CLIENT_CODE',
  'ERPLY_USERNAME',
  'ERPLY_API_URL',
  'ERPLY_ALLOW_LINK_HOSTS',
  'ERPLY_PASSWORD_FILE',
])('a variable %s reaches no terminal', async (name) => {
  await using folder = await temporaryFolder();
  const env = { ...environmentOf(erply.url, newAccount()), [name]: hostile.replaceAll(/[\r\n]/g, '') };
  for (const args of ['run', 'run --json']) expectClean(await runMain({ args, cwd: folder.path, env }));
});
