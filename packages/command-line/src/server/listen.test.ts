import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { readListenAddress } from './listen-address.ts';
import { readListenToken } from './listen-token.ts';
import { startServer } from './start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'listen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['9464', '127.0.0.1', 9464],
  ['127.0.0.1:0', '127.0.0.1', 0],
  ['0.0.0.0:80', '0.0.0.0', 80],
  ['[::1]:9464', '::1', 9464],
  ['localhost:1', 'localhost', 1],
])('%s is %s and %i', (text, host, port) =>
  expect(readListenAddress('--listen', text)).toEqual({ host, port }),
);

it.each([
  '',
  ':9464',
  'host',
  'host:',
  '::1:9464',
  '[::1]',
  '[host]:1',
  '127.0.0.1:65536',
  'http://a:1',
  'a b:1',
  '-1',
])('%j is not an address', (text) =>
  expect(() => readListenAddress('--listen', text)).toThrow('--listen takes HOST:PORT or PORT'),
);

const token = 'a-token-of-20-letters';
const read = (content: string | undefined, variables = {}) => {
  if (content !== undefined) writeFileSync(join(folder, 'token'), content);
  return readListenToken({ file: content === undefined ? undefined : 'token', variables, cwd: folder });
};

it('takes the token from the file of the option before the environment', () => {
  expect(read(`\uFEFF${token}\r\n`, { LISTEN_TOKEN: 'another-token-of-25-letters' })).toBe(token);
  expect(read(undefined, { LISTEN_TOKEN_FILE: 'token', LISTEN_TOKEN: 'x' })).toBe(token);
  expect(read(undefined, { LISTEN_TOKEN: token })).toBe(token);
  expect(read(undefined, { LISTEN_TOKEN: '', LISTEN_TOKEN_FILE: '' })).toBeUndefined();
});

it.each([
  ['', 'has to hold the token alone'],
  ['two tokens in one line', 'has to hold the token alone'],
  [`${token}\n${token}`, 'has to hold the token alone'],
  ['short', 'a token has 16 characters or more'],
])('a file with %j is refused', (content, message) => expect(() => read(content)).toThrow(message));

it('says so when there is no such file, without its name', () =>
  expect(() => read(undefined, { LISTEN_TOKEN_FILE: token })).toThrow(
    /^the file of LISTEN_TOKEN_FILE cannot be read \(ENOENT\)$/,
  ));

it('serves an app on a port, and frees it', async () => {
  const app = { fetch: (request: Request) => new Response(new URL(request.url).pathname) };
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  expect(await (await fetch(`${server.url}/here`)).text()).toBe('/here');
  const { hostname: host, port } = new URL(server.url);
  await expect(startServer(app, { host, port: Number(port) })).rejects.toThrow('another program listens on');
  await server[Symbol.asyncDispose]();
  await using again = await startServer(app, { host, port: Number(port) });
  expect(again.url).toBe(server.url);
});
