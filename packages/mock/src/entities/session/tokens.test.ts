import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';

import { ask, frozenMock, loggedIn, start } from '../../../test/ask.ts';
import type { Mock } from '../../index.ts';

const day = 86_400;

const verify = (mock: Mock, jwt: string, clientCode = '100001') =>
  ask(mock, { clientCode, request: 'verifyIdentityToken', jwt });

async function shop() {
  const mock = frozenMock();
  const { call, sessionKey } = await loggedIn(mock);
  return { mock, call, sessionKey, jwt: String((await call('getIdentityToken')).records.identityToken) };
}

describe('tokens', () => {
  it('are signed JSON Web Tokens that say whose they are and run out by the clock of the account', async () => {
    const { jwt } = await shop();
    expect(decodeProtectedHeader(jwt)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(decodeJwt(jwt)).toMatchObject({
      iss: 'erply-mock',
      clientCode: '100001',
      userName: 'demo',
      iat: start,
      exp: start + day,
    });
  });

  it('come with the login: both of them, or without the one that is not wanted', async () => {
    const mock = frozenMock();
    const login = { clientCode: '1', request: 'verifyUser', username: 'demo', password: 'demouser' };
    const [both] = (await ask(mock, login)).records;
    expect([typeof both.identityToken, typeof both.token]).toEqual(['string', 'string']);
    const [one] = (await ask(mock, { ...login, doNotGenerateIdentityToken: 1 })).records;
    expect(one).not.toHaveProperty('identityToken');
    expect(one).toHaveProperty('token');
    const again = { clientCode: '1', request: 'getSessionKeyUser', sessionKey: both.sessionKey };
    expect((await ask(mock, again)).records).toEqual([both]);
  });

  it('stand for the session that they were made in while it is good', async () => {
    const { mock, jwt, sessionKey } = await shop();
    expect((await verify(mock, jwt)).records).toEqual({
      sessionKey,
      backofficeURL: 'http://localhost/100001/',
    });
  });

  it('open a session that lives as long as they do when theirs is over', async () => {
    const { mock, jwt, sessionKey } = await shop();
    mock.clock.advance(2 * 3600);
    const { records } = await verify(mock, jwt);
    expect(records.sessionKey).not.toBe(sessionKey);
    const info = { clientCode: '100001', request: 'getSessionKeyInfo', sessionKey: records.sessionKey };
    expect((await ask(mock, info)).records[0].expireUnixTime).toBe(String(start + day));
  });

  it('are refused when they have run out (1194), by whatever time is set', async () => {
    const { mock, jwt } = await shop();
    mock.clock.advance(day - 1);
    expect((await verify(mock, jwt)).status.errorCode).toBe(0);
    mock.clock.advance(1);
    expect((await verify(mock, jwt)).status.errorCode).toBe(1194);
    const short = frozenMock({ set: { identityTokenSeconds: 60 } });
    const { call } = await loggedIn(short);
    const token = String((await call('getIdentityToken')).records.identityToken);
    short.clock.advance(60);
    expect((await verify(short, token)).status.errorCode).toBe(1194);
  });

  it('are refused by another account (1190), and for a user who is gone (1173) or has no access (1065)', async () => {
    const { mock, jwt } = await shop();
    expect((await verify(mock, jwt, '100002')).status.errorCode).toBe(1190);
    const users = mock.account('100001').data('users');
    users.update(1, { apiAccess: false });
    expect((await verify(mock, jwt)).status.errorCode).toBe(1065);
    users.update(1, { apiAccess: true, userName: 'renamed' });
    expect((await verify(mock, jwt)).status.errorCode).toBe(1173);
  });

  it('are refused when they are not ours (1191): changed, unsigned, of another key, issuer, algorithm or use', async () => {
    const { mock, call, jwt } = await shop();
    const claims = { use: 'identity', clientCode: '100001', userName: 'demo' };
    const signed = (key: Uint8Array, alg = 'HS256') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg })
        .setIssuer('erply-mock')
        .setExpirationTime(start + day)
        .sign(key);
    const [head, payload, signature = ''] = jwt.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const forged = [
      'nonsense',
      `${head}.${payload}.${signature.slice(0, -2)}AA`,
      `${none}.${payload}.`,
      await signed(new Uint8Array(32)),
      await signed(new Uint8Array(64), 'HS512'),
      String((await call('getJwtToken')).records.token),
    ];
    for (const token of forged) expect((await verify(mock, token)).status).toMatchObject({ errorCode: 1191 });
    expect((await verify(mock, '')).status).toMatchObject({ errorCode: 1010, errorField: 'jwt' });
  });

  it('are the same for the same seed and clock, and good at another fake of the same seed', async () => {
    const [one, two] = [await shop(), await shop()];
    expect(one.jwt).toBe(two.jwt);
    const fresh = frozenMock();
    expect((await verify(fresh, one.jwt)).status.errorCode).toBe(0);
    expect((await verify(frozenMock({ seed: 2 }), one.jwt)).status.errorCode).toBe(1191);
  });
});
