import { describe, expect, it } from 'vitest';

import { type Access, refuseAccess, requireAccess } from './access.ts';

const token = 'a-token-of-20-letters';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const statusOf = (access: Access, headers: Readonly<Record<string, string>>) =>
  refuseAccess((name) => headers[name], access)?.status ?? 200;

describe('on loopback', () => {
  const access = { host: '127.0.0.1', allowHosts: ['Status.example'] };
  it.each([
    [{ host: 'localhost:9464' }, 200],
    [{ host: '127.0.0.1' }, 200],
    [{ host: '[::1]:9464' }, 200],
    [{ host: 'status.example' }, 200],
    // A name that somebody has made to point to this machine.
    [{ host: 'evil.example:9464' }, 403],
    [{ host: 'localhost.evil.example' }, 403],
    [{}, 403],
    [{ host: 'localhost', origin: 'http://evil.example' }, 403],
    [{ host: 'localhost', origin: 'null' }, 403],
  ])('%j gets %i', (headers, status) => expect(statusOf(access, headers)).toBe(status));
});

describe('with a token', () => {
  const access = { host: '0.0.0.0', token };
  it.each([
    [{ authorization: `Bearer ${token}` }, 200],
    [{ authorization: `bearer ${token}`, host: 'any.example' }, 200],
    [{ authorization: basic(`anybody:${token}`) }, 200],
    [{ authorization: `Bearer ${token}x` }, 401],
    [{ authorization: `Basic ${token}` }, 401],
    [{ authorization: basic(token) }, 401],
    [{ authorization: 'Bearer ' }, 401],
    [{ authorization: token }, 401],
    [{ host: 'localhost' }, 401],
  ])('%j gets %i', (headers, status) => expect(statusOf(access, headers)).toBe(status));

  it('asks browsers for it', () =>
    expect(refuseAccess(() => undefined, access)?.headers).toHaveProperty('www-authenticate'));
});

it('lets everybody in where it is public', () =>
  expect(
    statusOf({ host: '0.0.0.0', isPublic: true }, { host: 'any.example', origin: 'https://any.example' }),
  ).toBe(200));

it.each([
  [{ host: '0.0.0.0' }, 'off loopback the server needs --listen-token-file or LISTEN_TOKEN; or --public'],
  [{ host: '10.0.0.5' }, 'off loopback'],
  [{ host: '::' }, 'off loopback'],
  [{ host: '127.0.0.1', token, isPublic: true }, 'leave out either it or the token'],
])('%j does not start', (access, message) => expect(() => requireAccess(access)).toThrow(message));

it.each([{ host: '::1' }, { host: 'localhost' }, { host: '::', token }, { host: '::', isPublic: true }])(
  '%j starts',
  (access) => expect(() => requireAccess(access)).not.toThrow(),
);
