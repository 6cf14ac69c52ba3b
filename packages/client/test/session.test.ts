import { describe, expect, it } from 'vitest';

import { createMemorySessionStore, type SessionStore } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import { openErply } from './open-erply.ts';
import { body, failure, granted, records, refused } from './scripted-transport.ts';

const logins = (requests: readonly string[]) => requests.filter((request) => request === 'verifyUser').length;

it('logs in once for 50 calls at the same time', async () => {
  await using here = await openErply();
  const answers = await Promise.all(Array.from({ length: 50 }, () => here.client.getWarehouses()));
  expect(answers.every((answer) => answer.records.length > 0)).toBe(true);
  expect(logins(here.requests())).toBe(1);
  expect(here.requests()).toHaveLength(51);
  expect(here.client.usage()).toMatchObject({ logins: 1, requests: 51, costUnits: 51 });
});

describe('an expired session (1054)', () => {
  it('is renewed, and the call repeated once', async () => {
    await using here = await openErply();
    await here.client.getWarehouses();
    here.account.expireSessions();
    const { records } = await here.client.getWarehouses();
    expect(records.length).toBeGreaterThan(0);
    expect(here.account.journal({ errorCode: 1054 }).entries).toHaveLength(1);
    expect(logins(here.requests())).toBe(2);
  });

  it('is renewed once for 50 calls at the same time', async () => {
    await using here = await openErply();
    await here.client.getWarehouses();
    here.account.expireSessions();
    await Promise.all(Array.from({ length: 50 }, () => here.client.getWarehouses()));
    expect(logins(here.requests())).toBe(2);
  });

  it('is found out by the clock of the server, too', async () => {
    await using here = await openErply();
    await here.client.getWarehouses();
    here.account.clock.advance('2h');
    await expect(here.client.getWarehouses()).resolves.toBeDefined();
    expect(logins(here.requests())).toBe(2);
  });
});

it('renews a session that the server does not know (1055)', async () => {
  await using here = await openErply({ mock: { set: { expiredKeySeconds: 0 } } });
  await here.client.getWarehouses();
  here.account.expireSessions();
  await expect(here.client.getWarehouses()).resolves.toBeDefined();
  expect(here.account.journal({ errorCode: 1055 }).entries).toHaveLength(1);
  expect(logins(here.requests())).toBe(2);
});

it.each([1054, 1055])('gives up when the session is refused again right after a login (%i)', async (code) => {
  const { client, wire } = scriptedClient(createFakeTime(), [
    () => refused(code),
    () => granted('key-2'),
    () => refused(code),
  ]);
  expect(await rejection(client.getWarehouses())).toMatchObject({
    kind: 'session',
    code,
    retryable: false,
    message: `getWarehouses: the session was refused again right after a new login (${code}).`,
  });
  expect(wire.sent.map((form) => form.get('sessionKey'))).toEqual([null, 'key-1', null, 'key-2']);
});

it('logs in again when it was only something else that failed in between', async () => {
  const { client } = scriptedClient(createFakeTime(), [
    () => refused(1054),
    () => granted('key-2'),
    () => body('', 503),
    () => refused(1054),
    () => granted('key-3'),
    () => records([]),
  ]);
  await expect(client.getWarehouses()).resolves.toBeDefined();
});

it('repeats a write as well: one that was refused for its session was not applied', async () => {
  const { client } = scriptedClient(createFakeTime(), [
    () => refused(1054),
    () => granted('key-2'),
    () => records([{ productID: 7 }]),
  ]);
  expect((await client.saveProduct({ groupID: 1, name: 'new' })).records).toEqual([{ productID: 7 }]);
});

describe('a wrong password', () => {
  it('is asked about once, whatever is called and how often', async () => {
    await using here = await openErply({ client: { password: 'wrong' } });
    // The fake keeps no journal of an account that nobody has logged in to or changed.
    here.account.setQuota({ used: 0 });
    const errors = await Promise.all(
      Array.from({ length: 20 }, () => rejection(here.client.getWarehouses())),
    );
    errors.push(await rejection(here.client.getProducts()));
    for (const error of errors)
      expect(error).toMatchObject({ kind: 'credentials', code: 1051, retryable: false });
    expect(here.requests()).toEqual(['verifyUser']);
  });

  it('is asked about again when the program gives another', async () => {
    let password = 'wrong';
    await using here = await openErply({ client: { password: () => password } });
    await rejection(here.client.getWarehouses());
    password = 'demouser';
    await expect(here.client.getWarehouses()).resolves.toBeDefined();
  });

  it.each([1050, 1051, 1052, 1053, 1058, 1065, 1212, 1219])(
    'or a user who may not log in (%i): the same',
    async (code) => {
      const { client, wire } = scriptedClient(createFakeTime(), [], {});
      wire.send = async (request) => {
        wire.sent.push(new URLSearchParams(request.form));
        return refused(code);
      };
      expect(await rejection(client.getWarehouses())).toMatchObject({ kind: 'credentials', code });
      expect(await rejection(client.getWarehouses())).toMatchObject({
        kind: 'credentials',
        code,
        attempt: 0,
      });
      expect(wire.sent).toHaveLength(1);
    },
  );
});

it('sends the password in the body of the login and nowhere else', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), [() => records([])], {
    password: 'CANARY-SECRET-7f3a',
  });
  await client.getWarehouses();
  const [login, call] = wire.sent;
  expect(login?.get('password')).toBe('CANARY-SECRET-7f3a');
  expect(String(call)).not.toContain('CANARY');
});

it('tries a login that got no answer three times at most: it may have been a wrong one', async () => {
  const time = createFakeTime();
  const { client, wire } = scriptedClient(time, []);
  wire.send = async (request) => {
    wire.sent.push(new URLSearchParams(request.form));
    throw failure('lost', 'ECONNRESET');
  };
  const error = await rejection(client.getWarehouses());
  expect(error).toMatchObject({ kind: 'transport', call: 'verifyUser', attempt: 3, retryable: true });
  expect(wire.sent).toHaveLength(3);
});

it('fails clearly when the password function does, and tries it again for the next call', async () => {
  let isBroken = true;
  const { client } = scriptedClient(createFakeTime(), [() => records([])], {
    password: () => {
      if (isBroken) throw Object.assign(new Error('CANARY-SECRET-7f3a'), { code: 'VAULT_SEALED' });
      return 'demouser';
    },
  });
  expect(await rejection(client.getWarehouses())).toMatchObject({
    kind: 'usage',
    message: 'getWarehouses: the password function failed (VAULT_SEALED).',
  });
  isBroken = false;
  await expect(client.getWarehouses()).resolves.toBeDefined();
});

describe('a session store', () => {
  it('shares a login between clients', async () => {
    const sessionStore = createMemorySessionStore();
    await using here = await openErply({ client: { sessionStore } });
    await here.client.getWarehouses();
    await here.another().getWarehouses();
    expect(logins(here.requests())).toBe(1);
  });

  it('is asked by address, client code and user', async () => {
    const keys: string[] = [];
    const sessionStore: SessionStore = { get: (key) => void keys.push(key), set() {}, delete() {} };
    await using here = await openErply({ client: { sessionStore } });
    await here.client.getWarehouses();
    expect(keys).toEqual([`${encodeURIComponent(here.erply.url)}/100001/demo`]);
  });

  it('costs a login, but no call, when it fails', async () => {
    const broken = () =>
      Promise.reject(Object.assign(new Error('CANARY-SECRET-7f3a'), { code: 'ECONNREFUSED' }));
    await using here = await openErply({
      client: { sessionStore: { get: broken, set: broken, delete: broken } },
    });
    await expect(here.client.getWarehouses()).resolves.toBeDefined();
    expect(here.events.filter((event) => event.kind === 'sessionStore')).toEqual([
      { kind: 'sessionStore', operation: 'get', reason: 'ECONNREFUSED' },
      { kind: 'sessionStore', operation: 'set', reason: 'ECONNREFUSED' },
    ]);
  });
});

it('needs no session for calls that need none', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), [() => body('')]);
  wire.send = async (request) => {
    wire.sent.push(new URLSearchParams(request.form));
    return records([{}]);
  };
  await client.getServiceEndpoints();
  expect(wire.sent.map((form) => form.get('request'))).toEqual(['getServiceEndpoints']);
});

it('gets a token, and turns it back into the session that it was made in', async () => {
  await using here = await openErply();
  const { records: tokens } = await here.client.getIdentityToken();
  const [user] = (await here.client.getSessionKeyUser()).records;
  const { records: sessions } = await here.client.verifyIdentityToken({
    jwt: tokens[0]?.identityToken ?? '',
  });
  expect(sessions.map(({ sessionKey }) => sessionKey)).toEqual([user?.sessionKey]);
});

it('switches users by their PINs', async () => {
  await using here = await openErply();
  here.account.data('users').insert({ userName: 'anna', cardCode: '471147' });
  const { records } = await here.client.switchUser({ cardCode: '471147' });
  expect(records).toMatchObject([{ userName: 'anna', userID: 2 }]);
  await expect(here.client.switchUser({ cardCode: 'wrong' })).rejects.toMatchObject({
    code: 1051,
    retryable: false,
  });
});
