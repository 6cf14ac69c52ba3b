import { describe, expect, it } from 'vitest';

import { ask, frozenMock, loggedIn } from '../../test/ask.ts';
import type { Mock } from '../index.ts';

const login = { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'demouser' };

const codeOf = async (mock: Mock, change: Record<string, string> = {}) =>
  (await ask(mock, { ...login, ...change })).status.errorCode;

async function fail(mock: Mock, times: number, change: Record<string, string> = {}) {
  const codes: number[] = [];
  for (let time = 1; time <= times; time += 1)
    codes.push(await codeOf(mock, { password: 'wrong', ...change }));
  return codes;
}

describe('a user', () => {
  it('is locked for ten minutes after five wrong passwords, also for the right one', async () => {
    const mock = frozenMock();
    expect(await fail(mock, 7)).toEqual([1051, 1051, 1051, 1051, 1051, 1052, 1052]);
    expect(await codeOf(mock)).toBe(1052);
    mock.clock.advance(599);
    expect(await codeOf(mock)).toBe(1052);
    mock.clock.advance(1);
    expect(await codeOf(mock)).toBe(0);
  });

  it('has five new tries when the lock is over', async () => {
    const mock = frozenMock();
    await fail(mock, 5);
    mock.clock.advance(600);
    expect(await fail(mock, 6)).toEqual([1051, 1051, 1051, 1051, 1051, 1052]);
  });

  it('has five new tries after the right password', async () => {
    const mock = frozenMock();
    await fail(mock, 4);
    expect(await codeOf(mock)).toBe(0);
    expect(await fail(mock, 5)).toEqual([1051, 1051, 1051, 1051, 1051]);
    expect(await codeOf(mock)).toBe(1052);
  });

  it('is locked in its own account only, and no other user with it', async () => {
    const mock = frozenMock();
    mock.account('100001').data('users').insert({ userName: 'other', password: 'secret' });
    await fail(mock, 5);
    expect(await codeOf(mock, { clientCode: '100002' })).toBe(0);
    expect(await codeOf(mock, { username: 'other', password: 'secret' })).toBe(0);
    expect(await fail(mock, 6, { username: 'nobody' })).toEqual(Array(6).fill(1051));
  });

  it('is let in again by a reset of the sessions, as an administrator would', async () => {
    const mock = frozenMock();
    await fail(mock, 5);
    mock.account('100001').reset(['sessions']);
    expect(await codeOf(mock)).toBe(0);
  });

  it('keeps open sessions while it is locked', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    await fail(mock, 5);
    expect((await call('getWarehouses')).status.errorCode).toBe(0);
  });

  it('is locked after other numbers where they are set, or never', async () => {
    const mock = frozenMock({ set: { lockout: '2/60' } });
    expect(await fail(mock, 3)).toEqual([1051, 1051, 1052]);
    mock.clock.advance(60);
    expect(await codeOf(mock)).toBe(0);
    expect(await fail(frozenMock({ set: { lockout: '0/0' } }), 9)).toEqual(Array(9).fill(1051));
    expect(() => frozenMock({ set: { lockout: 'five' } })).toThrow('lockout: not in the form of 5/600');
  });

  it('may miss the password on the way to an account that nobody has logged in to', async () => {
    const mock = frozenMock();
    await fail(mock, 5, { clientCode: 'fresh' });
    for (let other = 0; other < 50; other += 1) await fail(mock, 1, { clientCode: `other-${other}` });
    expect(await codeOf(mock, { clientCode: 'fresh' })).toBe(1052);
    expect(mock.accounts()).toEqual([]);
  });
});
