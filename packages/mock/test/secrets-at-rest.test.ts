import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { digestOf } from '../src/account/secret-hash.ts';
import { assembleMock } from '../src/create-mock.ts';
import { replay } from '../src/index.ts';
import { keepState } from '../src/state-file/kept-state.ts';
import { type Answer, ask, control, type Fields, loggedIn, start } from './ask.ts';

const code = '100001';
const passwords = {
  given: 'Canary-Given-7f3a',
  imported: 'Canary-Imported-7f3a',
  changed: 'Canary-Changed-7f3a',
  control: 'Canary-Control-7f3a',
  wrong: 'Canary-Wrong-7f3a',
};
const pins = { given: '7193847', changed: '7193848', wrong: '7193849' };
const options = { now: start, frozen: true, products: 20, warehouses: 2, journal: 'full' as const };

/** A fake that keeps its state in a file and everything of its journal. */
async function begin(path: string) {
  const { mock, server } = assembleMock(options, '127.0.0.1');
  const state = await keepState(server, {
    path,
    every: () => () => {},
    onFailure(error) {
      throw error;
    },
  });
  return { mock, server, end: () => state[Symbol.asyncDispose]() };
}

type Begun = Awaited<ReturnType<typeof begin>>;

const logIn = ({ mock }: Begun, username: string, password: string) =>
  ask(mock, { clientCode: code, request: 'verifyUser', username, password });

const keyOf = ({ records }: Answer) => String(records[0].sessionKey);

/** Everything that takes a password, a PIN or a key; answers the keys. */
async function converse(begun: Begun): Promise<string[]> {
  const { mock } = begun;
  const account = mock.account(code);
  const users = account.data('users');
  const id = users.insert({ userName: 'anna', password: passwords.given, cardCode: pins.given });
  await account.importData({ users: [{ userName: 'ben', password: passwords.imported }] });
  const anna = keyOf(await logIn(begun, 'anna', passwords.given));
  const ben = keyOf(await logIn(begun, 'ben', passwords.imported));
  await logIn(begun, 'anna', passwords.wrong);
  const asAnna = (request: string, fields: Fields = {}) =>
    ask(mock, { clientCode: code, sessionKey: anna, request, ...fields });
  account.snapshot('before');
  const changed = await asAnna('changePassword', {
    oldPassword: passwords.given,
    newPassword: passwords.changed,
  });
  users.update(id, { cardCode: pins.changed });
  users.update(1, { password: passwords.control });
  const switched = await asAnna('switchUser', { cardCode: pins.changed });
  await asAnna('switchUser', { cardCode: pins.wrong });
  await asAnna('getProducts', { searchName: 'x', password: passwords.given, cardCode: pins.given });
  account.fork('forked');
  return [anna, ben, keyOf(changed), keyOf(switched)];
}

const exported = async (begun: Begun, format: 'json' | 'ndjson') => {
  let text = '';
  for await (const piece of begun.mock.account(code).exportData({ format })) text += piece;
  return text;
};

/** All that leaves the memory of a fake, or is kept of an account. */
async function everything(begun: Begun, path: string): Promise<Record<string, string>> {
  const account = begun.mock.account(code);
  const kept = begun.server.accounts.find(code);
  const get = control(begun.mock);
  const shown: string[] = [];
  for (const part of [
    '',
    '/journal',
    '/faults',
    '/data/users',
    '/snapshots',
    '/changes?since=before',
    '/report',
  ])
    shown.push(JSON.stringify(await get('GET', `/accounts/${code}${part}`)));
  await begun.end();
  return {
    'state file': await readFile(path, 'utf8'),
    bundle: JSON.stringify(account.bundle()),
    'export as JSON': await exported(begun, 'json'),
    'export as NDJSON': await exported(begun, 'ndjson'),
    snapshots: JSON.stringify(kept?.snapshots.all(), (_, value) =>
      value instanceof Map || value instanceof Set ? [...value] : value,
    ),
    'the control API': shown.join('\n'),
  };
}

describe('passwords, PINs and session keys', () => {
  it('are in nothing that is kept or given out, not as a digest either', async () => {
    await using folder = await temporaryFolder('secrets');
    const path = join(folder.path, 'state');
    const begun = await begin(path);
    const keys = await converse(begun);
    const secrets = [...Object.values(passwords), ...Object.values(pins), ...keys, 'demouser'];
    for (const [where, text] of Object.entries(await everything(begun, path))) {
      expect(text.length, where).toBeGreaterThan(100);
      expect(text, where).toContain('anna');
      for (const secret of secrets) {
        expect(text.includes(secret), `${where}: ${secret}`).toBe(false);
        expect(text.includes(digestOf(secret)), `${where}: the digest of ${secret}`).toBe(false);
      }
    }
  });

  it('are good again after a restart: sessions, passwords, PINs and tokens', async () => {
    await using folder = await temporaryFolder('secrets');
    const path = join(folder.path, 'state');
    const first = await begin(path);
    const [anna = ''] = await converse(first);
    const jwt = await ask(first.mock, { clientCode: code, sessionKey: anna, request: 'getIdentityToken' });
    await first.end();
    const second = await begin(path);
    const errorOf = ({ status }: Answer) => status.errorCode;
    const inSession = { clientCode: code, sessionKey: anna };
    const user = await ask(second.mock, { ...inSession, request: 'getSessionKeyUser' });
    expect(user.records[0].userName).toBe('anna');
    const again = await ask(second.mock, {
      clientCode: code,
      request: 'verifyIdentityToken',
      jwt: jwt.records.identityToken,
    });
    expect(again.records.sessionKey).toBe(anna);
    expect(errorOf(await logIn(second, 'anna', passwords.given))).toBe(1051);
    expect(errorOf(await logIn(second, 'anna', passwords.changed))).toBe(0);
    expect(errorOf(await logIn(second, 'ben', passwords.imported))).toBe(0);
    expect(errorOf(await logIn(second, 'demo', passwords.control))).toBe(0);
    const switchTo = (cardCode: string) =>
      ask(second.mock, { ...inSession, request: 'switchUser', cardCode });
    expect(errorOf(await switchTo(pins.given))).toBe(1051);
    expect(errorOf(await switchTo(pins.changed))).toBe(0);
  });

  it('are those of the snapshot that an account was put back to', async () => {
    await using folder = await temporaryFolder('secrets');
    const begun = await begin(join(folder.path, 'state'));
    const [anna = '', , changed = ''] = await converse(begun);
    begun.mock.account(code).restore('before');
    const errorOf = async (request: string, fields: Fields) =>
      (await ask(begun.mock, { clientCode: code, request, ...fields })).status.errorCode;
    expect(await errorOf('getBrands', { sessionKey: anna })).toBe(0);
    expect(await errorOf('getBrands', { sessionKey: changed })).toBe(1055);
    expect(await errorOf('switchUser', { sessionKey: anna, cardCode: pins.given })).toBe(0);
    expect((await logIn(begun, 'anna', passwords.given)).status.errorCode).toBe(0);
  });

  it('are replayed by what stands for them', async () => {
    await using folder = await temporaryFolder('secrets');
    const begun = await begin(join(folder.path, 'state'));
    await converse(begun);
    const bundle = JSON.parse(JSON.stringify(begun.mock.account(code).bundle()));
    // The one with inputs that its call does not have: what they held is not known.
    expect(await replay(bundle)).toMatchObject({ difference: undefined, skipped: 1, asked: 6 });
  });

  it('are refused in the rule of a fault, which would keep them', async () => {
    await using folder = await temporaryFolder('secrets');
    const { mock } = await begin(join(folder.path, 'state'));
    for (const [request, name] of [
      ['verifyUser', 'password'],
      ['switchUser', 'cardCode'],
      [undefined, 'newPassword'],
    ] as const)
      expect(() =>
        mock.account(code).addFault({
          match: { ...(request === undefined ? {} : { request }), input: { [name]: pins.given } },
          effect: { errorCode: 1002 },
        }),
      ).toThrow(
        `match.input: ${name} is secret, and a rule would keep it: match the user or the request instead`,
      );
  });
});

describe('a state file', () => {
  it.skipIf(process.platform === 'win32')(
    'may be read by its owner alone, also where another was',
    async () => {
      await using folder = await temporaryFolder('secrets');
      const path = join(folder.path, 'state');
      const begun = await begin(path);
      await loggedIn(begun.mock);
      await begun.end();
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      const open = join(folder.path, 'open');
      await writeFile(open, await readFile(path), { mode: 0o644 });
      const second = await begin(open);
      second.mock.account(code).data('brands').remove(1);
      await second.end();
      expect((await stat(open)).mode & 0o777).toBe(0o600);
    },
  );
});
