import { afterAll, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { main } from '../src/main.ts';
import { environmentOf, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const erply = await startMock({ seed: 1, port: 0, products: 60 });
afterAll(() => erply.close());

test.each([
  ['all addresses', 'serve --host 0.0.0.0', {}, 'lets other machines read the feed: give --token-file FILE'],
  ['all of IPv6', 'serve --host ::', {}, 'lets other machines read the feed'],
  ['a name', 'serve --host shop.example', {}, 'lets other machines read the feed'],
  ['a name that begins as loopback', 'serve --host 127.0.0.1.shop.example', {}, 'lets other machines'],
  ['both', 'serve --public', { STOCK_FEED_TOKEN: 'CANARY-SECRET-7f3a' }, 'do not go together'],
  ['a short token', 'serve', { STOCK_FEED_TOKEN: 'secret' }, 'STOCK_FEED_TOKEN needs a token of 16'],
  [
    'a token with spaces',
    'serve',
    { STOCK_FEED_TOKEN: 'CANARY-SECRET-7f3a and more' },
    'needs a token of 16',
  ],
  ['no such file', 'serve --token-file none', {}, 'cannot read none'],
  ['a port that is not one', 'serve --port 70000', {}, '--port 70000: give a whole number'],
  ['no time', 'serve --every 0s', {}, '--every takes a span of time such as 15m'],
  ['a duration without a unit', 'serve --every 30', {}, '--every takes a span of time such as 15m'],
  ['a host with a port', 'serve --allow-host feed.example:80', {}, '--allow-host takes a name'],
])('%s is wrong usage, in one line', async (_, args, env, said) => {
  await using folder = await temporaryFolder();
  const run = await runMain({ args, cwd: folder.path, env: { ...environmentOf(erply.url), ...env } });
  expect(run).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(said) });
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
});

/** Starts the program in this process, and gives its address once the first read has ended. */
async function serveShop(args: string, env: Record<string, string>, clientCode: string) {
  const folder = await temporaryFolder();
  const stop = new AbortController();
  const { promise: url, resolve } = Promise.withResolvers<string>();
  const ended = main({
    args: `serve --port 0 --json ${args}`.trim().split(' '),
    env: { ...environmentOf(erply.url, clientCode), ...env },
    cwd: folder.path,
    stdout: { write: (text) => resolve(JSON.parse(text).url) },
    stderr: { write: () => undefined },
    signal: stop.signal,
    now: Date.now,
  });
  return {
    url: await url,
    async stop() {
      stop.abort('SIGTERM');
      return await ended;
    },
    async [Symbol.asyncDispose]() {
      stop.abort('SIGTERM');
      await ended;
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Asks until there is something to serve. */
async function whenRead(url: string, headers = {}): Promise<Response> {
  for (let tries = 0; tries < 10_000; tries++) {
    const response = await fetch(url, { headers });
    if (response.status !== 503) return response;
    await response.body?.cancel();
  }
  throw new Error('the first read does not end');
}

test('a shop is served as run writes it, and SIGTERM ends the program', async () => {
  await using folder = await temporaryFolder();
  await using served = await serveShop('', {}, 'serve-1');
  const csv = await (await whenRead(`${served.url}/stock.csv`)).text();
  const run = await runMain({
    args: 'run --out stock.csv --json',
    ...{ cwd: folder.path, env: environmentOf(erply.url, 'serve-1') },
  });
  expect(run.exitCode).toBe(0);
  const { readFile } = await import('node:fs/promises');
  expect(csv).toBe(await readFile(`${folder.path}/stock.csv`, 'utf8'));
  expect(await (await fetch(`${served.url}/healthz`)).json()).toMatchObject({ status: 'fresh' });
  expect(await served.stop()).toBe(143);
});

test('with a token it may listen everywhere, and no log or page has the token', async () => {
  const token = 'CANARY-SECRET-7f3a';
  await using served = await serveShop('--host 127.0.0.1', { STOCK_FEED_TOKEN: token }, 'serve-2');
  expect((await fetch(`${served.url}/stock.csv`)).status).toBe(401);
  const read = await whenRead(`${served.url}/stock.csv`, { authorization: `Bearer ${token}` });
  expect(read.status).toBe(200);
});

test('a port that is taken is one line', async () => {
  await using folder = await temporaryFolder();
  const port = new URL(erply.url).port;
  const run = await runMain({
    args: `serve --port ${port}`,
    cwd: folder.path,
    env: environmentOf(erply.url),
  });
  expect([run.exitCode, run.stderr]).toEqual([
    1,
    `stock-feed: cannot listen on 127.0.0.1 port ${port}: another program does already\n`,
  ]);
});
