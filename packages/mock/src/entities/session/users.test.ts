import { describe, expect, it } from 'vitest';

import { ask, type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';
import type { Mock } from '../../index.ts';

const everything = { view: true, add: true, edit: true, delete: true };
const nothing = { view: false, add: false, edit: false, delete: false };

/** Logs a user in whom the control API has added. */
async function as(mock: Mock, user: Readonly<Record<string, unknown>>) {
  mock
    .account('100001')
    .data('users')
    .insert({ userName: 'anna', password: 'secret', ...user });
  const login = { clientCode: '100001', request: 'verifyUser', username: 'anna', password: 'secret' };
  const { status, records } = await ask(mock, login);
  const sessionKey = String(records?.[0]?.sessionKey);
  const codeOf = async (request: string, fields: Fields = {}) =>
    (await ask(mock, { clientCode: '100001', sessionKey, request, ...fields })).status.errorCode;
  return { loginCode: status.errorCode as number, user: records?.[0], codeOf };
}

describe('users', () => {
  it('log in with their own names, and are answered who they are', async () => {
    const { user } = await as(frozenMock(), { groupName: 'Cashiers', groupID: 3 });
    expect(user).toMatchObject({
      userID: '2',
      userName: 'anna',
      employeeID: '7',
      employeeName: 'anna',
      groupID: '3',
      groupName: 'Cashiers',
      isPasswordExpired: false,
      remindUserToUpdateUsername: 0,
      sessionLength: 3600,
      epsiDownloadURLs: [],
    });
  });

  it('without a password cannot log in (1053)', async () => {
    expect((await as(frozenMock(), { password: null })).loginCode).toBe(1053);
  });

  it('without access to the API are refused at the login, and with a session that they had (1065)', async () => {
    expect((await as(frozenMock(), { apiAccess: false })).loginCode).toBe(1065);
    const mock = frozenMock();
    const { codeOf } = await as(mock, {});
    mock.account('100001').data('users').update(2, { apiAccess: false });
    expect(await codeOf('getWarehouses')).toBe(1065);
    expect(await codeOf('getServiceEndpoints')).toBe(0);
  });

  it('who may only read are refused with 1061, 1062 and 1063', async () => {
    const { codeOf } = await as(frozenMock(), { rights: { ...nothing, view: true } });
    expect(await codeOf('getProducts')).toBe(0);
    expect(await codeOf('saveProduct', { groupID: 1 })).toBe(1061);
    expect(await codeOf('saveProduct', { productID: 1, name: 'x' })).toBe(1062);
    expect(await codeOf('deleteProduct', { productID: 1 })).toBe(1063);
  });

  it('who may not read are refused with 1060, table by table', async () => {
    const { codeOf } = await as(frozenMock(), { rights: { ...everything, view: ['products'] } });
    expect(await codeOf('getProducts')).toBe(0);
    expect(await codeOf('getWarehouses')).toBe(1060);
    expect(await codeOf('getSuppliers')).toBe(1060);
  });

  it('are refused for a missing right before anything is said of the input', async () => {
    const { codeOf } = await as(frozenMock(), { rights: nothing });
    expect(await codeOf('getProducts', { productID: 'x' })).toBe(1060);
  });

  it('of some locations are refused at others with 1064', async () => {
    const { codeOf } = await as(frozenMock(), { warehouseIDs: [2] });
    expect(await codeOf('getProductStock', { warehouseID: 2 })).toBe(0);
    expect(await codeOf('getProductStock', { warehouseID: 1 })).toBe(1064);
  });

  it('write the operations log under their names', async () => {
    const mock = frozenMock();
    const { codeOf } = await as(mock, {});
    const { call } = await loggedIn(mock);
    const { records } = await call('saveProduct', { groupID: 1 });
    expect(await codeOf('deleteProduct', { productID: records[0].productID })).toBe(0);
    const log = await call('getUserOperationsLog', { tableName: 'products' });
    expect(log.records[0].userName).toBe('anna');
  });

  it('who are gone have no session any more, and are in the log', async () => {
    const mock = frozenMock();
    const { codeOf } = await as(mock, {});
    mock.account('100001').data('users').remove(2);
    expect(await codeOf('getWarehouses')).toBe(1055);
    const { call } = await loggedIn(mock);
    expect((await call('getUserOperationsLog', { tableName: 'users' })).records).toMatchObject([
      { itemID: 2 },
    ]);
  });

  it('are shown by the control API without passwords and PINs', () => {
    const users = frozenMock().account('100001').data('users');
    const id = users.insert({ userName: 'anna', password: 'secret', cardCode: '471147' });
    expect(users.get(id)).toEqual({
      userID: 2,
      userName: 'anna',
      hasPassword: true,
      hasCardCode: true,
      employeeID: 7,
      employeeName: 'anna',
      groupID: 1,
      groupName: 'Administrators',
      apiAccess: true,
      rights: everything,
      warehouseIDs: null,
      added: start,
      addedByUserName: 'demo',
      lastModified: 0,
      lastModifiedByUserName: '',
    });
    expect(users.list()).toHaveLength(2);
  });

  it.each([
    [{}, 'userName is needed'],
    [{ userName: 'demo' }, 'users has a "demo" already'],
    [{ userName: 'b', name: 'x' }, 'there is no field "name"'],
    [{ userName: 'b', rights: { view: 1 } }, 'users: rights.view'],
    [{ userName: 'b', warehouseIDs: ['1'] }, 'users: warehouseIDs.0'],
  ])('cannot be made of %j', (values, message) => {
    const mock = frozenMock();
    expect(() => mock.account('100001').data('users').insert(values)).toThrow(message);
    expect(mock.account('100001').data('users').list()).toHaveLength(1);
  });

  it('cannot share a name or PIN', () => {
    const users = frozenMock().account('100001').data('users');
    users.insert({ userName: 'anna', cardCode: '1' });
    expect(() => users.insert({ userName: 'berta', cardCode: '1' })).toThrow('has this cardCode already');
    expect(() => users.update(1, { userName: 'anna' })).toThrow('users has a "anna" already');
    expect(users.update(2, { userName: 'anna' })).toMatchObject({ userName: 'anna' });
    expect(() => users.get(3)).toThrow('users has no record 3');
  });
});

describe('changePassword', () => {
  const change = { oldPassword: 'demouser', newPassword: 'Longer4711' };
  const login = { clientCode: '100001', request: 'verifyUser', username: 'demo' };

  it('gives a new password and a new session, and leaves the old one open', async () => {
    const mock = frozenMock();
    const { call, sessionKey } = await loggedIn(mock);
    const [{ sessionKey: newKey }] = (await call('changePassword', { ...change, sessionLength: 60 })).records;
    expect(newKey).not.toBe(sessionKey);
    expect((await ask(mock, { ...login, password: 'demouser' })).status.errorCode).toBe(1051);
    expect((await ask(mock, { ...login, password: 'Longer4711' })).status.errorCode).toBe(0);
    const info = { clientCode: '100001', request: 'getSessionKeyInfo', sessionKey: newKey };
    const [{ creationUnixTime, expireUnixTime }] = (await ask(mock, info)).records;
    expect(expireUnixTime - creationUnixTime).toBe(60);
    expect((await call('getWarehouses')).status.errorCode).toBe(0);
  });

  it.each([
    [{ oldPassword: 'wrong' }, 1051, null],
    [{ oldPassword: '' }, 1010, 'oldPassword'],
    [{ newPassword: '' }, 1010, 'newPassword'],
    [{ newPassword: 'Aa3aaaa' }, 1100, 'newPassword'],
    [{ newPassword: 'aaaaaaaa1' }, 1102, 'newPassword'],
    [{ newPassword: 'AAAAAAAA1' }, 1102, 'newPassword'],
    [{ newPassword: 'Aaaaaaaaa' }, 1102, 'newPassword'],
  ])('refuses %j', async (wrong, errorCode, errorField) => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    expect((await call('changePassword', { ...change, ...wrong })).status).toMatchObject({
      errorCode,
      errorField,
    });
    expect((await ask(mock, { ...login, password: 'demouser' })).status.errorCode).toBe(0);
  });

  it('counts wrong passwords as a login does', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    for (let time = 1; time <= 5; time += 1) await call('changePassword', { ...change, oldPassword: 'x' });
    expect((await call('changePassword', change)).status.errorCode).toBe(1052);
  });
});
