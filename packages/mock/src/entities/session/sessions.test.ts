import { describe, expect, it } from 'vitest';

import { ask, frozenMock, loggedIn, start } from '../../../test/ask.ts';

const login = { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'demouser' };

describe('sessions', () => {
  it('gives a key for the right password, with the wire types that captured answers have', async () => {
    const { records } = await ask(frozenMock(), login);
    expect(records[0]).toMatchObject({
      userID: '1',
      userName: 'demo',
      sessionLength: 3600,
      isPasswordExpired: false,
    });
    expect(records[0].sessionKey).toMatch(/^[A-Za-z0-9]{4}[0-9a-f]{40}$/);
  });

  it.each([
    ['no user name', { username: '' }, 1050],
    ['no password', { password: '' }, 1050],
    ['a wrong password', { password: 'x' }, 1051],
    ['an unknown user', { username: 'nobody' }, 1051],
    ['a PIN', { cardCode: '1234' }, 1058],
  ])('refuses %s', async (_name, change, code) => {
    const { status } = await ask(frozenMock(), { ...login, ...change });
    expect(status.errorCode).toBe(code);
  });

  it.each([
    [0, 3600],
    [-5, 3600],
    [5, 5],
    [100_000, 86_400],
  ])('grants %i seconds as %i', async (sessionLength, granted) => {
    const { records } = await ask(frozenMock(), { ...login, sessionLength });
    expect(records[0].sessionLength).toBe(granted);
  });

  it('answers 1009 without a key and 1055 to a key that it never gave, or gave to another account', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock, '100002');
    const request = { clientCode: '100001', request: 'getWarehouses' };
    expect((await ask(mock, request)).status.errorCode).toBe(1009);
    expect((await ask(mock, { ...request, sessionKey: 'garbage' })).status.errorCode).toBe(1055);
    expect((await ask(mock, { ...request, sessionKey })).status.errorCode).toBe(1055);
  });

  it('answers 1054 to a key from the second it runs out, and 1055 when it has been forgotten', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.clock.advance(3599);
    expect((await call('getWarehouses')).status.errorCode).toBe(0);
    mock.clock.advance(1);
    expect((await call('getWarehouses')).status.errorCode).toBe(1054);
    mock.clock.advance(86_400);
    expect((await call('getWarehouses')).status.errorCode).toBe(1055);
  });

  it('does not prolong a session by using it, and keeps older keys valid after a new login', async () => {
    const mock = frozenMock();
    const older = await loggedIn(mock);
    mock.clock.advance('30m');
    const newer = await loggedIn(mock);
    expect((await older.call('getWarehouses')).status.errorCode).toBe(0);
    mock.clock.advance('30m');
    expect((await older.call('getWarehouses')).status.errorCode).toBe(1054);
    expect((await newer.call('getWarehouses')).status.errorCode).toBe(0);
  });

  it('answers when a key was made and when it runs out, as text', async () => {
    const { call } = await loggedIn(frozenMock());
    const { records } = await call('getSessionKeyInfo');
    expect(records).toEqual([{ creationUnixTime: String(start), expireUnixTime: String(start + 3600) }]);
  });

  it('answers whose key it is', async () => {
    const { call, sessionKey } = await loggedIn(frozenMock());
    const { records } = await call('getSessionKeyUser');
    expect(records[0]).toMatchObject({ userName: 'demo', sessionKey });
  });

  it('answers 1055 at once to a key that ran out, where expired keys are not kept', async () => {
    const mock = frozenMock({ set: { expiredKeySeconds: 0 } });
    const { call } = await loggedIn(mock);
    mock.clock.advance(3600);
    expect((await call('getWarehouses')).status.errorCode).toBe(1055);
  });

  it('answers the times of a key as numbers, and makes shorter keys, where that is set', async () => {
    const { call, sessionKey } = await loggedIn(
      frozenMock({ set: { sessionKeyInfoTypes: 'number', sessionKeyLength: 40 } }),
    );
    expect(sessionKey).toMatch(/^[0-9a-f]{40}$/);
    const { records } = await call('getSessionKeyInfo');
    expect(records).toEqual([{ creationUnixTime: start, expireUnixTime: start + 3600 }]);
  });
});
