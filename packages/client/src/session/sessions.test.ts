import { expect, it } from 'vitest';

import { createFakeTime, type FakeTime } from '../../test/fake-time.ts';
import { ErplyError } from '../errors/erply-error.ts';
import { createMemorySessionStore, type SessionStore } from './session-store.ts';
import { createSessions, type Grant } from './sessions.ts';

const alive = () => new AbortController().signal;

function open(
  options: { time?: FakeTime; store?: SessionStore; lengthSeconds?: number; password?: () => string } = {},
) {
  const time = options.time ?? createFakeTime();
  const logins: string[] = [];
  let refusal: ErplyError | undefined;
  const sessions = createSessions({
    clock: time.clock,
    store: options.store ?? createMemorySessionStore(),
    storeKey: 'here',
    password: async () => options.password?.() ?? 'password',
    async logIn(password): Promise<Grant> {
      logins.push(password);
      if (refusal) throw refusal;
      return { sessionKey: `key-${logins.length}`, sessionLengthSeconds: options.lengthSeconds ?? 3600 };
    },
  });
  const refuse = (error: ErplyError | undefined) => {
    refusal = error;
  };
  return { time, sessions, logins, refuse };
}

it('keeps a session until half a minute before its end, counted in seconds', async () => {
  const { time, sessions, logins } = open({ lengthSeconds: 600 });
  await sessions.use(alive());
  await time.advance(570_000 - 1);
  await expect(sessions.use(alive())).resolves.toBe('key-1');
  await time.advance(1);
  await expect(sessions.use(alive())).resolves.toBe('key-2');
  expect(logins).toHaveLength(2);
});

it('uses nine tenths of a very short session', async () => {
  const { time, sessions } = open({ lengthSeconds: 5 });
  await sessions.use(alive());
  await time.advance(4499);
  await expect(sessions.use(alive())).resolves.toBe('key-1');
  await time.advance(1);
  await expect(sessions.use(alive())).resolves.toBe('key-2');
});

it('logs in anew after a key was refused', async () => {
  const { sessions } = open();
  const key = await sessions.use(alive());
  sessions.drop(key);
  await expect(sessions.use(alive())).resolves.toBe('key-2');
});

it('does not drop the new key for a refusal of the old one that comes late', async () => {
  const store: SessionStore = { get: () => undefined, set() {}, delete() {} };
  const { sessions, logins } = open({ store });
  sessions.drop(await sessions.use(alive()));
  await sessions.use(alive());
  sessions.drop('key-1');
  await expect(sessions.use(alive())).resolves.toBe('key-2');
  expect(logins).toHaveLength(2);
});

it('takes a session from the store, and leaves the one it logged in for there', async () => {
  const store = createMemorySessionStore();
  const time = createFakeTime();
  await open({ time, store }).sessions.use(alive());
  const second = open({ time, store });
  await expect(second.sessions.use(alive())).resolves.toBe('key-1');
  expect(second.logins).toEqual([]);
});

it('does not take a session from the store that is about to end, or that was refused', async () => {
  const store = createMemorySessionStore();
  const time = createFakeTime();
  await store.set('here', { sessionKey: 'old', expiresAt: time.clock.now() + 10 });
  const { sessions } = open({ time, store });
  await expect(sessions.use(alive())).resolves.toBe('key-1');
  sessions.drop('key-1');
  await expect(sessions.use(alive())).resolves.toBe('key-2');
  expect(await store.get('here')).toMatchObject({ sessionKey: 'key-2' });
});

it('does not ask again with a password that was refused, but does with another', async () => {
  let password = 'wrong';
  const { sessions, logins, refuse } = open({ password: () => password });
  refuse(new ErplyError('verifyUser: no (1051).', { kind: 'credentials', code: 1051 }));
  await expect(sessions.use(alive())).rejects.toMatchObject({ code: 1051 });
  await expect(sessions.use(alive())).rejects.toMatchObject({ kind: 'credentials', code: 1051, attempt: 0 });
  expect(logins).toEqual(['wrong']);
  password = 'right';
  refuse(undefined);
  await expect(sessions.use(alive())).resolves.toBe('key-2');
});

it('asks again after a failure that says nothing about the password', async () => {
  const { sessions, logins, refuse } = open();
  refuse(new ErplyError('verifyUser: no connection.', { kind: 'transport' }));
  await expect(sessions.use(alive())).rejects.toMatchObject({ kind: 'transport' });
  refuse(undefined);
  await expect(sessions.use(alive())).resolves.toBe('key-2');
  expect(logins).toHaveLength(2);
});
