import { describe, expect, it } from 'vitest';

import { ask, frozenMock, loggedIn } from '../../../test/ask.ts';

/** A fake with a second user who has a PIN, and a session of the first. */
async function shop() {
  const mock = frozenMock();
  mock.account('100001').data('users').insert({ userName: 'anna', cardCode: '471147' });
  return { mock, ...(await loggedIn(mock)) };
}

const hour = 3600;

describe('switchUser', () => {
  it('opens a session for the user with the PIN', async () => {
    const { mock, call, sessionKey } = await shop();
    const { records } = await call('switchUser', { cardCode: '471147', sessionLength: 60 });
    expect(records[0]).toMatchObject({ userName: 'anna', userID: '2', sessionLength: 60 });
    expect(records[0].sessionKey).not.toBe(sessionKey);
    const mine = { clientCode: '100001', request: 'getSessionKeyUser', sessionKey: records[0].sessionKey };
    expect((await ask(mock, mine)).records[0].userName).toBe('anna');
  });

  it('takes a session that ran out up to two hours ago, then answers 1056, and 1055 when it is forgotten', async () => {
    const { mock, call } = await shop();
    const codeOf = async () => (await call('switchUser', { cardCode: '471147' })).status.errorCode;
    mock.clock.advance(hour + 2 * hour);
    expect((await call('getWarehouses')).status.errorCode).toBe(1054);
    expect(await codeOf()).toBe(0);
    mock.clock.advance(1);
    expect(await codeOf()).toBe(1056);
    mock.clock.advance(22 * hour);
    expect(await codeOf()).toBe(1055);
  });

  it('needs a session (1009, 1055), a PIN (1010) and the right one (1051)', async () => {
    const { mock, call } = await shop();
    const request = { clientCode: '100001', request: 'switchUser', cardCode: '471147' };
    expect((await ask(mock, request)).status.errorCode).toBe(1009);
    expect((await ask(mock, { ...request, sessionKey: 'unknown' })).status.errorCode).toBe(1055);
    expect((await call('switchUser')).status).toMatchObject({ errorCode: 1010, errorField: 'cardCode' });
    expect((await call('switchUser', { cardCode: '1' })).status.errorCode).toBe(1051);
  });

  it('locks the user of the session after five wrong PINs', async () => {
    const { call } = await shop();
    for (let time = 1; time <= 5; time += 1) await call('switchUser', { cardCode: '1' });
    expect((await call('switchUser', { cardCode: '1' })).status.errorCode).toBe(1052);
    expect((await call('switchUser', { cardCode: '471147' })).status.errorCode).toBe(0);
  });

  it('refuses a session that came from a token with 1176, and a user without access with 1065', async () => {
    const { mock, call } = await shop();
    const jwt = (await call('getIdentityToken')).records.identityToken;
    mock.account('100001').expireSessions();
    const opened = await ask(mock, { clientCode: '100001', request: 'verifyIdentityToken', jwt });
    const request = { clientCode: '100001', request: 'switchUser', cardCode: '471147' };
    const { sessionKey } = opened.records;
    expect((await ask(mock, { ...request, sessionKey })).status.errorCode).toBe(1176);
    mock.account('100001').data('users').update(2, { apiAccess: false });
    expect((await call('switchUser', { cardCode: '471147' })).status.errorCode).toBe(1065);
  });
});
