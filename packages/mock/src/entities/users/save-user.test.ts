import { describe, expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { ask, type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';
import type { Mock } from '../../index.ts';

const clientCode = '100001';
const nothing = { view: false, add: false, edit: false, delete: false };
const password = 'Longer4711';

/** Asks as a user, whose password is that of all users here. */
async function as(mock: Mock, username: string, secret = password) {
  const login = await ask(mock, { clientCode, request: 'verifyUser', username, password: secret });
  const sessionKey = String(login.records?.[0]?.sessionKey);
  const call = (request: string, fields: Fields = {}) =>
    ask(mock, { clientCode, sessionKey, request, ...fields });
  return { code: login.status.errorCode as number, user: login.records?.[0], call };
}

async function asker(mock = frozenMock()) {
  const { call } = await loggedIn(mock);
  const refusal = async (fields: Fields, ask = call) => {
    const { status } = await ask('saveUser', fields);
    return [status.errorCode, status.errorField];
  };
  const rightsOf = async (fields: Fields = {}): Promise<any[]> =>
    (await call('getUserRights', fields)).records;
  return { mock, account: mock.account(clientCode), call, refusal, rightsOf };
}

const anna = { userGroupID: 3, name: 'anna', password, cardCode: '471147', employeeID: 2 };

describe('saveUser', () => {
  it('makes a user who can log in, by password and by PIN, and all calls say the same of this user', async () => {
    const { mock, call, rightsOf } = await asker();
    expect((await call('saveUser', anna)).records).toEqual([{ userID: 2 }]);
    const { user, call: callAsAnna } = await as(mock, 'anna');
    const [card] = (await call('getEmployees', { employeeID: 2 })).records;
    const [group] = (await call('getUserGroups', { userGroupID: 3 })).records;
    const said = { userID: '2', userName: 'anna', employeeID: '2', groupID: '3', groupName: group.name };
    expect(user).toMatchObject({ ...said, employeeName: card.fullName });
    expect(card).toMatchObject({ userID: '2', userGroupID: '3', username: 'anna' });
    expect((await callAsAnna('getSessionKeyUser')).records[0]).toMatchObject({
      ...said,
      employeeName: card.fullName,
    });
    const switched = (await call('switchUser', { cardCode: '471147' })).records[0];
    expect(switched).toMatchObject({ ...said, employeeName: card.fullName });
    const stamps = { added: start, addedByUserName: 'demo', lastModified: 0, lastModifiedByUserName: '' };
    expect(await rightsOf({ userID: 2 })).toMatchObject([
      { userID: 2, userName: 'anna', groupID: 3, ...stamps },
    ]);
    expect((await callAsAnna('saveBrand', { name: 'x' })).status.errorCode).toBe(0);
  });

  it('edits just what is named, and leaves sessions open', async () => {
    const { mock, call, rightsOf } = await asker();
    await call('saveUser', anna);
    const before = await as(mock, 'anna');
    mock.clock.advance(60);
    await call('saveUser', { userID: 2, name: 'anne', password: '', cardCode: '' });
    expect((await as(mock, 'anna')).code).toBe(1051);
    const { user, code } = await as(mock, 'anne');
    expect([code, user.groupID, user.employeeID]).toEqual([0, '3', '2']);
    expect((await call('switchUser', { cardCode: '471147' })).records[0].userName).toBe('anne');
    await call('saveUser', { userID: 2, password: 'Another4711', employeeID: 0 });
    expect([(await as(mock, 'anne')).code, (await as(mock, 'anne', 'Another4711')).code]).toEqual([1051, 0]);
    expect((await before.call('getSessionKeyUser')).records[0]).toMatchObject({
      employeeID: '0',
      employeeName: '',
    });
    expect(await rightsOf({ userID: 2 })).toMatchObject([
      { lastModified: start + 60, lastModifiedByUserName: 'demo' },
    ]);
  });

  it('without a password makes one who cannot log in (1053)', async () => {
    const { mock, call } = await asker();
    await call('saveUser', { userGroupID: 1, name: 'anna' });
    expect((await as(mock, 'anna')).code).toBe(1053);
  });

  it('lets a user work only with the locations that are named: a new one with all', async () => {
    const { mock, call } = await asker();
    await call('saveUser', anna);
    const { call: callAsAnna } = await as(mock, 'anna');
    const codeAt = async (warehouseID: number) =>
      (await callAsAnna('getProductStock', { warehouseID })).status.errorCode;
    expect([await codeAt(1), await codeAt(2)]).toEqual([0, 0]);
    await call('saveUser', { userID: 2, warehouseIDs: '2,3' });
    expect([await codeAt(1), await codeAt(2)]).toEqual([1064, 0]);
    const open = (await call('getWarehouses', { userID: 2 })).records;
    expect(open.map(({ warehouseID }: { warehouseID: string }) => warehouseID)).toEqual(['2', '3']);
    const [card] = (await call('getEmployees', { employeeID: 2 })).records;
    expect(card).toMatchObject({ warehouses: [{ id: 2 }, { id: 3 }], pointsOfSale: '2,3' });
  });

  it.each([
    [{ name: 'anna' }, 1010, 'userGroupID'],
    [{ userGroupID: 1 }, 1010, 'name'],
    [{ userID: 1, name: '' }, 1010, 'name'],
    [{ userID: 99, name: 'anna' }, 1011, 'userID'],
    [{ ...anna, userGroupID: 99 }, 1011, 'userGroupID'],
    [{ ...anna, userGroupID: 0 }, 1010, 'userGroupID'],
    [{ ...anna, employeeID: 99 }, 1011, 'employeeID'],
    [{ ...anna, warehouseIDs: '1,99' }, 1011, 'warehouseIDs'],
    [{ ...anna, warehouseIDs: 'x' }, 1014, 'warehouseIDs'],
    [{ ...anna, name: 'demo' }, 1012, 'name'],
    [{ ...anna, cardCode: '123456' }, 1012, 'cardCode'],
    [{ ...anna, cardCode: '12345' }, 1016, 'cardCode'],
    [{ ...anna, password: 'Aa34567' }, 1016, 'password'],
    [{ ...anna, password: 'aaaaaaaa1' }, 1102, 'password'],
    [{ ...anna, password: 'AAAAAAAA1' }, 1102, 'password'],
    [{ ...anna, password: 'Aaaaaaaaa' }, 1102, 'password'],
    [{ ...anna, sendNotificationEmail: 2 }, 1016, 'sendNotificationEmail'],
  ])('refuses %j with %i', async (fields, code, field) => {
    const { account, refusal } = await asker();
    account.data('users').insert({ userName: 'other', cardCode: '123456' });
    expect(await refusal(fields as Fields)).toEqual([code, field]);
    expect(account.data('users').list()).toHaveLength(2);
  });

  it('needs the rights to add, to edit, and to manage the group', async () => {
    const { mock, account, refusal } = await asker();
    const users = account.data('users');
    users.insert({ userName: 'editor', password, rights: { ...nothing, edit: ['users'] } });
    const { call } = await as(mock, 'editor');
    expect(await refusal(anna, call)).toEqual([1061, null]);
    expect(await refusal({ userID: 2, name: 'ed' }, call)).toEqual([0, undefined]);
    expect(await refusal({ userID: 2, userGroupID: 2 }, call)).toEqual([1066, 'userGroupID']);
    users.update(2, { rights: { ...nothing, edit: ['userGroups'] } });
    expect(await refusal({ userID: 2, userGroupID: 2 }, call)).toEqual([1062, null]);
    users.update(2, { rights: { ...nothing, edit: ['users', 'userGroups'] } });
    expect(await refusal({ userID: 2, userGroupID: 2 }, call)).toEqual([0, undefined]);
    expect((await call('getUserRights')).status.errorCode).toBe(1060);
  });

  it('shows in what has changed', async () => {
    const { mock, call } = await asker();
    const updated = async (usersChangedSince: number) =>
      (await call('getChangedDataSince', { usersChangedSince })).records[0];
    expect(await updated(0)).toEqual({ tableName: 'users', updated: 1, deleted: 0 });
    expect(await updated(start)).toMatchObject({ updated: 0 });
    mock.clock.advance(10);
    await call('saveUser', anna);
    expect(await updated(start + 10)).toMatchObject({ updated: 1 });
    mock.clock.advance(10);
    expect(await updated(start + 11)).toMatchObject({ updated: 0 });
    await call('saveUser', { userID: 2, name: 'anne' });
    expect(await updated(start + 20)).toMatchObject({ updated: 1 });
  });

  it('gives the password and the PIN away nowhere', async () => {
    const secrets = ['CANARY-Password-1', 'CANARY-PIN-1', 'CANARY-Weak', 'CANARY-p'];
    const { account, call, rightsOf } = await asker(frozenMock({ journal: 'full' }));
    const answers = [
      await call('saveUser', { ...anna, password: secrets[0] ?? '', cardCode: secrets[1] ?? '' }),
      await call('saveUser', { ...anna, name: 'b', password: secrets[2] ?? '', cardCode: '' }),
      await call('saveUser', { ...anna, name: 'c', password, cardCode: secrets[1] ?? '' }),
      await rightsOf(),
      (await call('getEmployees', { responseMode: 'detail' })).records,
    ];
    account.snapshot('now');
    let text = JSON.stringify([
      ...[answers, account.journal(), account.bundle(), account.data('users').list()],
      ...[account.changes(), account.describe()],
    ]);
    for await (const piece of account.exportData()) text += piece;
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).toContain('anna');
  });
});

describe('getUserRights', () => {
  it('answers all users by ID, one of them or the caller, page by page', async () => {
    const { account, call, rightsOf } = await asker();
    for (let number = 2; number <= 25; number += 1)
      account.data('users').insert({ userName: `user-${number}` });
    const ids = async (fields: Fields) => (await rightsOf(fields)).map(({ userID }) => userID);
    expect(await ids({})).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(await ids({ pageNo: 2 })).toEqual([21, 22, 23, 24, 25]);
    expect((await call('getUserRights', { pageNo: 3 })).status.recordsTotal).toBe(25);
    expect(await ids({ userID: 7 })).toEqual([7]);
    expect(await ids({ userID: 99 })).toEqual([]);
    expect(await ids({ getCurrentUser: 1 })).toEqual([1]);
    expect((await call('getUserRights', { userID: 1, getCurrentUser: 1 })).status.errorCode).toBe(1013);
    expect((await rightsOf({ userID: 1 }))[0]).toMatchObject({ cardCode: '', maxDiscount: 100 });
  });

  /** Rights that calls of the fake ask for, and what is refused without them. */
  const asked = [
    [
      'rightCreateInventoryRegistrations',
      'add',
      'inventoryRegistrations',
      'saveInventoryRegistration',
      {},
      1061,
    ],
    ['rightCreateInventoryAmortizations', 'add', 'inventoryWriteOffs', 'saveInventoryWriteOff', {}, 1061],
    ['rightEditStockAndProductCost', 'edit', 'products', 'saveProduct', { productID: 1, cost: 2 }, 1062],
    [
      ...(['rightAddRewardPoints', 'add', 'earnedRewardPointRecords', 'addCustomerRewardPoints'] as const),
      { customerID: 1003, points: 1 },
      1061,
    ],
    ['rightEditRetailChainPriceLists', 'edit', 'priceLists', 'savePriceList', { pricelistID: 1 }, 1062],
  ] as const;

  it.each(asked)(
    'says %s where the user has the right to %s %s',
    async (flag, right, table, request, fields, code) => {
      const { mock, account, rightsOf } = await asker();
      const users = account.data('users');
      users.insert({ userName: 'anna', password, rights: { ...nothing, [right]: [table] } });
      const { call } = await as(mock, 'anna');
      const document = { warehouseID: 1, productID1: 1, amount1: 1, ...fields };
      const allowed = async () => {
        const [record] = await rightsOf({ userID: 2 });
        return [Number(record[flag]), (await call(request, document)).status.errorCode === code];
      };
      expect(await allowed()).toEqual([1, false]);
      users.update(2, { rights: { [right]: ['brands'] } });
      expect(await allowed()).toEqual([0, true]);
      users.update(2, { rights: { [right]: true } });
      expect(await allowed()).toEqual([1, false]);
    },
  );

  it('says no to everything for a user who may do nothing, and yes to everything for one who may', async () => {
    const { account, rightsOf } = await asker();
    account.data('users').insert({ userName: 'anna', rights: nothing });
    const flags = Object.keys(calls.getUserRights.result.list().shape).filter((field) =>
      field.startsWith('right'),
    );
    const [demo, anna] = await rightsOf();
    expect(flags).toHaveLength(19);
    expect(flags.map((flag) => Number(demo[flag]))).toEqual(flags.map(() => 1));
    expect(flags.map((flag) => Number(anna[flag]))).toEqual(flags.map(() => 0));
  });
});

describe('users of the control API', () => {
  it('are employees of their own unless they are said to be one, in the group that is named', async () => {
    const { account, call } = await asker();
    const users = account.data('users');
    users.insert({ userName: 'anna' });
    users.insert({ userName: 'berta', employeeID: 3, groupName: 'Cashiers' });
    users.insert({
      userName: 'cecil',
      employeeID: 40,
      employeeName: 'Cecil Example',
      groupName: 'Night shift',
    });
    users.insert({ userName: 'dora', employeeID: 0, groupID: 9, groupName: 'Ninth' });
    const cards = (await call('getEmployees', { recordsOnPage: 100 })).records;
    const of = (username: string) => cards.find((card: { username?: string }) => card.username === username);
    expect(of('anna')).toMatchObject({ id: 7, fullName: 'anna', userGroupID: '1' });
    expect(of('berta')).toMatchObject({ id: 3, fullName: 'Hugo Sample', userGroupID: '3' });
    expect(of('cecil')).toMatchObject({ id: 40, fullName: 'Cecil Example', userGroupID: '4' });
    expect(of('dora')).toBeUndefined();
    expect(users.list()).toMatchObject([
      { employeeName: 'Demo User', groupName: 'Administrators' },
      { employeeName: 'anna', groupName: 'Administrators' },
      { employeeName: 'Hugo Sample', groupName: 'Cashiers' },
      { employeeName: 'Cecil Example', groupName: 'Night shift' },
      { employeeName: '', groupName: 'Ninth' },
    ]);
    expect(() => users.update(1, { groupID: 77 })).toThrow(
      'users: groupID is 77, and userGroups have no record 77: add it there, or give its groupName here',
    );
    expect(() => users.insert({ userName: 'eve', groupID: 77 })).toThrow('groupID is 77');
    await expect(account.importData({ users: [{ userName: 'eve', groupID: 77 }] })).rejects.toThrow(
      'userGroups have no record 77',
    );
  });

  it('rename the employee and the group that they are said to be', async () => {
    const { account, call } = await asker();
    account.data('users').update(1, { employeeName: 'Ann Other', groupID: 1, groupName: 'Owners' });
    const [user] = (await call('getSessionKeyUser')).records;
    expect(user).toMatchObject({ employeeID: '1', employeeName: 'Ann Other', groupName: 'Owners' });
    expect((await call('getUserGroups')).records[0]).toMatchObject({ name: 'Owners', lastModified: start });
    const named = account.data('employees').get(1);
    account.data('users').update(1, { employeeName: 'Ann Other' });
    expect(account.data('employees').get(1)).toEqual(named);
  });
});

describe('calls that nobody outside Erply has described', () => {
  it.each(['getUsers', 'savePointOfSale', 'getTimezones'])('%s is answered with 1005', async (request) => {
    const { call } = await asker();
    expect((await call(request)).status.errorCode).toBe(1005);
  });
});
