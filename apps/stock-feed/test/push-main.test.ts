import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { environmentOf, runMain } from './run-main.ts';
import { readShopTruth } from './shop-truth.ts';
import { startStockReceiver, testSecret } from './stock-receiver.ts';
import { temporaryFolder } from './temporary-folder.ts';

const erply = await startMock({ seed: 1, port: 0, products: 200 });
afterAll(() => erply.close());

let accounts = 0;
const newAccount = () => `push-${++accounts}`;

test('a shop is pushed, and what is sold reaches the receiver with the next push', async () => {
  await using folder = await temporaryFolder();
  await using receiver = await startStockReceiver();
  const account = newAccount();
  const env = {
    ...environmentOf(erply.url, account),
    STOCK_FEED_PUSH_URL: receiver.url,
    STOCK_FEED_PUSH_SECRET: testSecret,
  };
  const first = await runMain({ args: 'push --json', cwd: folder.path, env });
  expect(first).toMatchObject({ exitCode: 0 });
  const report = JSON.parse(first.stdout);
  expect(report).toMatchObject({ event: 'report', sent: report.rows, to: new URL(receiver.url).origin });
  expect(await readdir(join(folder.path, '.data'))).toEqual(['push.db']);
  const [key = '', available = 0] =
    [...receiver.quantities()].find(([, quantity]) => quantity > 1 && Number.isInteger(quantity)) ?? [];
  const [productID = 0, warehouseID = 0] = key.split(' ').map(Number);
  erply.account(account).stockMovements.insert({ productID, warehouseID, amount: -1 });
  const second = await runMain({ args: 'push', cwd: folder.path, env });
  expect(second.stdout).toMatch(/^1 of [\d,]+ items sent in 1 batch to http:\/\/127/);
  expect(receiver.quantities().get(key)).toBe(available - 1);
  const truth = await readShopTruth(erply.url, account);
  for (const [item, quantity] of receiver.quantities()) {
    const [product = 0, warehouse = 0] = item.split(' ').map(Number);
    expect([item, quantity]).toEqual([item, Math.max(0, truth.available(warehouse, product) / 1e6)]);
  }
});

test.each([
  ['no address', 'push', {}, 'say where to push: --to URL or STOCK_FEED_PUSH_URL'],
  ['what is not one', 'push --to shop', {}, '--to needs an address'],
  ['a file', 'push --to file:///x', {}, '--to needs an address'],
  ['http to another machine', 'push --to http://shop.example/', {}, '--to needs https for another machine'],
  ['a name that begins as loopback', 'push --to http://127.0.0.1.shop.example/', {}, '--to needs https'],
  ['a password in it', 'push --to https://a:CANARY-SECRET-7f3a@shop.example/', {}, 'no user and no password'],
  ['no secret', 'push --to https://shop.example/', {}, 'give --secret-file FILE or STOCK_FEED_PUSH_SECRET'],
  ['no such file', 'push --to https://shop.example/ --secret-file none', {}, 'cannot read none'],
  [
    'a bad secret',
    'push --to https://shop.example/',
    { STOCK_FEED_PUSH_SECRET: 'CANARY-SECRET-7f3a' },
    'STOCK_FEED_PUSH_SECRET needs whsec_',
  ],
  ['a batch of none', 'push --to https://shop.example/ --batch-size 0', {}, '--batch-size 0: give a whole'],
  ['endless tries', 'push --to https://shop.example/ --max-attempts 1e9', {}, '--max-attempts 1e9: give a'],
  ['a secret as an argument', 'push --secret x', {}, 'there is no option --secret'],
])('%s is wrong usage, in one line', async (_, args, env, said) => {
  await using folder = await temporaryFolder();
  const run = await runMain({ args, cwd: folder.path, env: { ...environmentOf(erply.url), ...env } });
  expect(run).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(said) });
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
  expect(await readdir(folder.path)).toEqual([]);
});

test('a secret can come from a file', async () => {
  await using folder = await temporaryFolder();
  await using receiver = await startStockReceiver();
  await writeFile(join(folder.path, 'secret'), `${testSecret}\n`);
  const args = `push --to ${receiver.url} --secret-file secret --rows stocked --outbox out/push.db`;
  const run = await runMain({ args, cwd: folder.path, env: environmentOf(erply.url, newAccount()) });
  expect(run.exitCode).toBe(0);
  expect(receiver.quantities().size).toBeGreaterThan(50);
});

test('an interrupted push says what happens next', async () => {
  await using folder = await temporaryFolder();
  await using receiver = await startStockReceiver();
  const interruption = new AbortController();
  receiver.behave(() => interruption.abort('SIGTERM'));
  const env = { ...environmentOf(erply.url, newAccount()), STOCK_FEED_PUSH_SECRET: testSecret };
  const push = { args: `push --to ${receiver.url}`, cwd: folder.path, env };
  const run = await runMain({ ...push, signal: interruption.signal });
  expect([run.exitCode, run.stderr.split('\n').at(-2)]).toEqual([
    143,
    'stock-feed: interrupted; what was not acknowledged is sent by the next push',
  ]);
  receiver.behave(undefined);
  expect((await runMain(push)).exitCode).toBe(0);
});

test('a file that is not an outbox is left alone', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'notes.txt'), 'shopping list\n'.repeat(100));
  const env = { ...environmentOf(erply.url, newAccount()), STOCK_FEED_PUSH_SECRET: testSecret };
  const args = 'push --to https://shop.example/ --outbox notes.txt';
  const run = await runMain({ args, cwd: folder.path, env });
  expect([run.exitCode, run.stderr]).toEqual([1, expect.stringContaining('the file is not an outbox')]);
});
