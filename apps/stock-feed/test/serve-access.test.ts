import { get } from 'node:http';

import { afterAll, expect, test } from 'vitest';

import { rowsTo, startScriptedServer } from './scripted-server.ts';

/** `fetch` sets the Host header by itself. */
function statusOf(url: string, headers: Record<string, string>) {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  get(url, { headers, agent: false }, (response) => {
    response.resume();
    resolve(response.statusCode);
  }).on('error', reject);
  return promise;
}

const shared = new AsyncDisposableStack();
afterAll(() => shared.disposeAsync());
const open = shared.use(await startScriptedServer({ access: { allowHosts: ['feed.example'] } }));
const token = 'CANARY-SECRET-7f3a';
const closed = shared.use(await startScriptedServer({ access: { token } }));
await open.read(rowsTo(1));
await closed.read(rowsTo(1));

test.each([
  ['localhost:8091', 200],
  ['LOCALHOST', 200],
  ['127.0.0.1:1', 200],
  ['[::1]:8091', 200],
  ['feed.example', 200],
  ['feed.example:443', 200],
  ['shop.example', 403],
  ['127.0.0.1.shop.example', 403],
  ['localhost.shop.example', 403],
  ['127.shop.example', 403],
])('on loopback a reader that calls the server %s is answered %d', async (host, status) => {
  for (const path of ['/', '/stock.csv', '/manifest.json', '/events?changedSince=1'])
    expect([path, await statusOf(open.url + path, { host })]).toEqual([path, status]);
});

test('on loopback a page in a browser is answered nothing', async () => {
  const headers = { host: 'localhost', origin: 'https://shop.example' };
  expect(await statusOf(`${open.url}/stock.csv`, headers)).toBe(403);
});

test.each([
  ['no header', {}, 401],
  ['another scheme', { authorization: `Basic ${token}` }, 401],
  ['another token', { authorization: 'Bearer CANARY-SECRET-7f3b' }, 401],
  ['the beginning of the token', { authorization: `Bearer ${token.slice(0, -1)}` }, 401],
  ['more than the token', { authorization: `Bearer ${token}x` }, 401],
  ['the token', { authorization: `Bearer ${token}` }, 200],
  ['the token as a password in a browser', { authorization: `Basic ${btoa(`anybody:${token}`)}` }, 200],
  ['the token, and a name of its own', { authorization: `bearer ${token}`, host: 'shop.example' }, 200],
])('where there is a token, %s is answered', async (_, headers, status) => {
  for (const path of ['/', '/stock.csv', '/manifest.json'])
    expect([path, await statusOf(closed.url + path, headers)]).toEqual([path, status]);
});

test('with a token shared caches keep nothing, and readers hear what to send', async () => {
  const refused = await closed.get('/stock.csv');
  expect(await refused.json()).toEqual({ error: expect.stringContaining('Authorization: Bearer') });
  expect(refused.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
  const read = await closed.get('/stock.csv', { authorization: `Bearer ${token}` });
  expect(read.headers.get('cache-control')).toBe('private, no-cache');
});

test('a monitor needs no token, and hears no more than whether the feed is fresh', async () => {
  expect(await (await closed.get('/healthz')).json()).toEqual({ status: 'fresh', ageSeconds: 0 });
});
