import { runInNewContext } from 'node:vm';

import { expect, it } from 'vitest';

import { classifyTransportError } from './classify-transport-error.ts';

/** An error as fetch throws it: what happened is behind it. */
const failed = (cause: Error) => new TypeError('fetch failed', { cause });
const coded = (code: string, more: object = {}) => Object.assign(new Error('socket'), { code, ...more });
const deno = (detail: string) =>
  failed(new Error(`error sending request for url (https://a.example/): client error ${detail}`));

// What Node 22 to 26, Bun 1.4 and Deno 2.9 throw; test-consumers/use.js has them say it.
it.each([
  ['undici, nobody listens', coded('ECONNREFUSED', { syscall: 'connect' })],
  ['undici, on several addresses', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])],
  ['undici, no such host', coded('ENOTFOUND', { syscall: 'getaddrinfo' })],
  ['undici, no connection in time', coded('UND_ERR_CONNECT_TIMEOUT')],
  [
    'Node within jest, whose errors are of another realm',
    runInNewContext("({ cause: { syscall: 'connect' } })"),
  ],
  ['Node, nobody listens', failed(coded('ECONNREFUSED', { syscall: 'connect' }))],
  ['Bun, nobody listens', Object.assign(new TypeError('ECONNREFUSED: Unable'), { code: 'ECONNREFUSED' })],
  ['Deno, nobody listens', deno('(Connect): tcp connect error: Connection refused (os error 111)')],
  ['Deno, no such host', deno('(Connect): dns error: failed to lookup address information')],
])('knows that nothing was sent: %s', (_, error) => expect(classifyTransportError(error)).toBe('notSent'));

it.each([
  ['Node, a server without TLS', failed(coded('ERR_SSL_WRONG_VERSION_NUMBER'))],
  ['Node, an unknown certificate', failed(coded('DEPTH_ZERO_SELF_SIGNED_CERT'))],
  ['Bun, an unknown certificate', coded('DEPTH_ZERO_SELF_SIGNED_CERT')],
  [
    'Bun, a server without TLS',
    Object.assign(
      new TypeError('EPROTO: The TLS handshake failed. Does the server speak TLS on this port?'),
      {
        code: 'EPROTO',
      },
    ),
  ],
  ['Deno, an unknown certificate', deno('(Connect): invalid peer certificate: UnknownIssuer')],
  ['Deno, a server without TLS', deno('(Connect): received corrupt message of type InvalidContentType')],
])('knows that the other side is not trusted: %s', (_, error) =>
  expect(classifyTransportError(error)).toBe('untrusted'),
);

it.each([
  ['a connection that broke', coded('ECONNRESET', { syscall: 'read' })],
  ['one of several addresses was reached', new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')])],
  ['a TLS record that was broken', coded('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC')],
  ['a protocol error of another kind', coded('EPROTO')],
  ['Deno, sending', deno('(SendRequest): connection error: Connection reset by peer (os error 104)')],
  ['Deno, sending to a host that is named so', deno('(SendRequest) tls certificate')],
  ['a browser', new TypeError('Failed to fetch')],
  ["Cloudflare's workers", new Error('Network connection lost.')],
  ['no error', 'text'],
])('takes it for lost in doubt: %s', (_, error) => expect(classifyTransportError(error)).toBe('lost'));

it('ends with causes in a circle', () => {
  const error = new Error('a');
  error.cause = new Error('b', { cause: error });
  expect(classifyTransportError(error)).toBe('lost');
});
