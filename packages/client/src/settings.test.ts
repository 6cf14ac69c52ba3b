import { describe, expect, it } from 'vitest';

import { credentials } from '../test/open-client.ts';
import { resolveSettings } from './settings.ts';

const settings = (change: object) => resolveSettings({ ...credentials, ...change });
const url = (given: string, change: object = {}) => settings({ url: given, ...change }).apiUrl.href;

describe('the address', () => {
  it("is that of the account at Erply's", () => {
    expect(settings({}).apiUrl.href).toBe('https://100001.erply.com/api/');
  });

  it.each([
    ['http://127.0.0.1:8090', 'http://127.0.0.1:8090/api/'],
    ['http://localhost:8090/', 'http://localhost:8090/api/'],
    ['https://100001.erply.com/api', 'https://100001.erply.com/api/'],
    ['https://proxy.example/erply', 'https://proxy.example/erply/api/'],
    ['https://proxy.example/erply/api/', 'https://proxy.example/erply/api/'],
  ])('may be a base or that of /api/: %s', (given, expected) => {
    expect(url(given)).toBe(expected);
  });

  it.each([
    'ftp://example.com',
    'nonsense',
    '//example.com',
    'https://user:pass@example.com',
    'https://example.com/?a=1',
  ])('cannot be %s', (given) => expect(() => url(given)).toThrow(/^createClient: url /));

  it('needs a client code that can be part of a host name, or a url', () => {
    expect(() => settings({ clientCode: 'evil.example/' })).toThrow(/give a url/);
    expect(settings({ clientCode: 'evil.example/', url: 'https://proxy.example' }).clientCode).toBe(
      'evil.example/',
    );
  });
});

describe('plain http', () => {
  it.each([
    'http://127.0.0.1',
    'http://127.8.8.8:1',
    'http://localhost',
    'http://[::1]:8090',
    'http://0x7f.1',
  ])('may go to this machine: %s', (given) => expect(() => url(given)).not.toThrow());

  it.each([
    'http://10.0.0.1',
    'http://erply.example',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'http://[::2]',
  ])('may not go to another: %s', (given) =>
    expect(() => url(given)).toThrow(/use https, or set allowInsecure: true/),
  );

  it('may, when the program says so', () => {
    expect(url('http://10.0.0.1:8090', { allowInsecure: true })).toBe('http://10.0.0.1:8090/api/');
  });
});

it.each(
  [['files.example'], [['https://files.example']], [['files.example/']], [['']], [[7]]].map(([hosts]) => ({
    hosts,
  })),
)('refuses allowLinkHosts that hold no host: $hosts', ({ hosts }) => {
  expect(() => settings({ allowLinkHosts: hosts as never })).toThrow(
    'createClient: allowLinkHosts must be a list of hosts such as files.example or files.example:8443.',
  );
});

it('tells accounts apart by address and code', () => {
  const account = (change: object) => settings(change).account;
  expect(
    new Set([account({}), account({ clientCode: '2' }), account({ url: 'https://proxy.example' })]).size,
  ).toBe(3);
});
