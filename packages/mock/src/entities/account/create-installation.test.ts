import { describe, expect, it } from 'vitest';

import { ask, type Fields, frozenMock } from '../../../test/ask.ts';
import { createMock, type Mock } from '../../index.ts';

const signUp = {
  request: 'createInstallation',
  partnerKey: 'partner-4711',
  companyName: 'Sample Flowers Ltd',
  firstName: 'Ada',
  lastName: 'Sample',
  phone: '+1 202 555 0142',
  email: 'ada@example.test',
  countryCode: 'fi',
};

async function logIn(mock: Mock, { clientCode, username, password }: Record<string, any>) {
  const login = await ask(mock, { clientCode, request: 'verifyUser', username, password });
  const sessionKey = String(login.records?.[0]?.sessionKey);
  const call = (request: string, fields: Fields = {}) =>
    ask(mock, { clientCode, sessionKey, request, ...fields });
  return { code: login.status.errorCode as number, user: login.records?.[0], call };
}

describe('createInstallation', () => {
  it.each([
    ['no account', {}],
    ['an account', { clientCode: '100001' }],
  ])('sent to %s makes one that can be logged in to, without a session', async (_name, where) => {
    const mock = frozenMock();
    const { status, records } = await ask(mock, {
      ...signUp,
      ...where,
      username: 'ada',
      password: 'Longer4711',
    });
    expect(status).toMatchObject({ request: 'createInstallation', errorCode: 0 });
    const [made] = records;
    expect(made).toEqual({
      clientCode: expect.any(Number),
      clientUrl: expect.stringContaining(`/${made.clientCode}/`),
      ...{ username: 'ada', password: 'Longer4711' },
    });
    expect(String(made.clientCode)).toMatch(/^\d{6}$/);
    const { code, user, call } = await logIn(mock, made);
    expect(code).toBe(0);
    expect(user).toMatchObject({ userName: 'ada', employeeName: 'Ada Sample', groupName: 'Administrators' });
    const [company] = (await call('getCompanyInfo')).records;
    expect(company).toMatchObject({
      name: 'Sample Flowers Ltd',
      phone: '+1 202 555 0142',
      email: 'ada@example.test',
    });
    expect((await call('getConfParameters')).records[0]).toMatchObject({
      country: 'FI',
      default_language: 'eng',
    });
    const [card] = (await call('getEmployees', { employeeID: user.employeeID })).records;
    expect(card).toMatchObject({ username: 'ada', email: 'ada@example.test', lastName: 'Sample' });
    expect((await call('saveBrand', { name: 'x' })).status.errorCode).toBe(0);
    const other = await logIn(mock, { ...made, clientCode: '100001' });
    expect(other.code).toBe(1051);
  });

  it('makes up a password where none is given, and takes the e-mail address for the name of the user', async () => {
    const mock = frozenMock();
    const [made] = (await ask(mock, { ...signUp, defaultLanguage: 'est' })).records;
    expect(made.username).toBe('ada@example.test');
    expect(made.password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,}$/);
    const { code, call } = await logIn(mock, made);
    expect(code).toBe(0);
    expect((await call('getConfParameters')).records[0]).toMatchObject({ default_language: 'est' });
  });

  it('makes another account each time, the same ones whenever it is asked the same', async () => {
    const codes = async (where: Fields) => {
      const mock = frozenMock();
      const made: number[] = [];
      for (let left = 5; left > 0; left -= 1)
        made.push((await ask(mock, { ...signUp, ...where })).records[0].clientCode);
      return made;
    };
    for (const where of [{}, { clientCode: '100001' }] as Fields[]) {
      const made = await codes(where);
      expect(new Set(made).size).toBe(5);
      expect(await codes(where)).toEqual(made);
    }
  });

  it.each([
    [{ partnerKey: '' }, 1010, 'partnerKey'],
    [{ companyName: '' }, 1010, 'companyName'],
    [{ email: '' }, 1010, 'email'],
    [{ countryCode: '' }, 1010, 'countryCode'],
    [{ countryCode: 'EST' }, 1016, 'countryCode'],
    [{ defaultLanguage: 'xyz' }, 1016, 'defaultLanguage'],
    [{ username: 'demo' }, 1016, 'username'],
    [{ password: 'Aa34567' }, 1100, 'password'],
    [{ password: 'aaaaaaaa1' }, 1102, 'password'],
    [{ customerID: 1 }, 1016, 'customerID'],
  ])('refuses %j with %i, and makes no account', async (fields, code, field) => {
    const mock = frozenMock();
    const { status } = await ask(mock, { ...signUp, ...fields } as Fields);
    expect([status.errorCode, status.errorField]).toEqual([code, field]);
    expect(mock.accounts()).toEqual([]);
  });

  it('gives only accounts that exist, and answers 1155 when there is none left', async () => {
    const mock = frozenMock({ accounts: ['100001', '100002', 'shop'] });
    const sign = async (where: Fields = {}) => {
      const { status, records } = await ask(mock, { ...signUp, ...where });
      return records?.[0]?.clientCode ?? status.errorCode;
    };
    await logIn(mock, { clientCode: '100001', username: 'demo', password: 'demouser' });
    expect([await sign(), await sign(), await sign({ clientCode: 'shop' })]).toEqual([100002, 1155, 1155]);
  });

  it('answers 1155 when no more accounts are kept, and takes the place of one that has changed nothing', async () => {
    const mock = frozenMock({ maxAccounts: 2 });
    await logIn(mock, { clientCode: '100001', username: 'demo', password: 'demouser' });
    const codes: number[] = [];
    for (let left = 3; left > 0; left -= 1) codes.push((await ask(mock, signUp)).status.errorCode);
    expect(codes).toEqual([0, 0, 1155]);
    expect(mock.accounts()).toHaveLength(2);
  });

  it('shows neither key nor password nor person in a journal', async () => {
    const mock = createMock({ now: 1_780_000_000, frozen: true });
    await ask(mock, { ...signUp, password: 'CANARY-Password-1' });
    await ask(mock, { ...signUp, clientCode: '100001', password: 'CANARY-Password-1' });
    const journals = ['100001', ...mock.accounts()].map((code) => mock.account(code).journal());
    const text = JSON.stringify(journals);
    expect(text).toContain('createInstallation');
    for (const hidden of ['CANARY', 'partner-4711', 'Ada', 'Sample', 'ada@', '555'])
      expect(text.includes(hidden), hidden).toBe(false);
  });
});
