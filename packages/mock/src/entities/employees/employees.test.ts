import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { control, type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

type Card = Record<string, any>;

async function asker(mock = frozenMock()) {
  const { call } = await loggedIn(mock);
  const account = mock.account('100001');
  const find = async (fields: Fields = {}): Promise<Card[]> =>
    (await call('getEmployees', { responseMode: 'detail', recordsOnPage: 100, ...fields })).records;
  const idsOf = async (fields: Fields) => (await find(fields)).map(({ id }) => id as number);
  const refusal = async (request: string, fields: Fields = {}) => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  return { mock, account, call, find, idsOf, refusal };
}

/** Users of some locations and groups, who are employees that the shop has. */
const users = [
  { userName: 'anna', employeeID: 2, groupID: 2, warehouseIDs: [2] },
  { userName: 'berta', employeeID: 3, groupID: 3, warehouseIDs: [1, 2] },
  { userName: 'cecil', employeeID: 4, groupID: 3, warehouseIDs: [] },
];

describe('getEmployees', () => {
  it.each(['demo', 'nasty', 'empty'] as const)(
    'has the user demo as its first employee in %s',
    async (dataset) => {
      const { call, find } = await asker(frozenMock({ dataset }));
      const [session] = (await call('getSessionKeyUser')).records;
      const [card] = await find({ employeeID: session.employeeID });
      expect(card).toMatchObject({ employeeID: '1', employeeName: session.employeeName, username: 'demo' });
      expect(card).toMatchObject({ id: 1, userID: '1', userGroupID: session.groupID });
      const groups = (await call('getUserGroups', { userGroupID: session.groupID })).records;
      expect(groups).toMatchObject([{ userGroupID: 1, name: session.groupName }]);
      const [rights] = (await call('getUserRights', { getCurrentUser: 1 })).records;
      expect(rights).toMatchObject({ userID: 1, userName: 'demo', groupID: 1, added: card?.added });
    },
  );

  it('shows the user of an employee, with the locations and registers that are open to this user', async () => {
    const { account, find } = await asker();
    for (const user of users) account.data('users').insert(user);
    const cards = await find();
    expect(cards).toHaveLength(6);
    expect(cards[0]).toMatchObject({
      warehouses: [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }],
      pointsOfSale: '1,2,3,4,5',
    });
    expect(cards[1]).toMatchObject({ userID: '2', userGroupID: '2', username: 'anna', pointsOfSale: '2' });
    // The main warehouse has two registers.
    expect(cards[2]).toMatchObject({ warehouses: [{ id: 1 }, { id: 2 }], pointsOfSale: '1,2,5' });
    expect(cards[3]).toMatchObject({ username: 'cecil', warehouses: [], pointsOfSale: '' });
    expect(cards[4]).toMatchObject({ warehouses: [], pointsOfSale: '' });
    for (const field of ['userID', 'userGroupID', 'username', 'productIDs'])
      expect(cards[4]).not.toHaveProperty(field);
  });

  it('shows details only when they are asked for', async () => {
    const { call } = await asker();
    const details = ['skype', 'jobTitleName', 'notes', 'birthday', 'jobTitleID', 'added'];
    const shownOf = async (fields: Fields) => {
      const [card] = (await call('getEmployees', { employeeID: 2, ...fields })).records;
      return details.filter((field) => Object.hasOwn(card, field));
    };
    expect(await shownOf({})).toEqual([]);
    expect(await shownOf({ responseMode: 'detail' })).toEqual(details);
  });

  it('lists the products of the product groups that an employee works with, where the account has the module', async () => {
    const { account, call, find } = await asker();
    const [stylist] = (await find()).filter(({ jobTitleName }) => jobTitleName === 'Stylist');
    const asked = { employeeID: stylist?.id, getProductInfo: 1 };
    const ofGroup = (await call('getProducts', { groupID: 16, orderBy: 'productID', recordsOnPage: 1000 }))
      .records;
    const expected = ofGroup
      .map(({ productID, code, name, groupID }: Card) => ({
        ...{ productID, productCode: code, productName: name, productGroup: groupID },
      }))
      .sort((left: Card, right: Card) => left.productID - right.productID);
    expect(expected.length).toBeGreaterThan(0);
    expect(await find(asked)).toMatchObject([{ productIDs: expected }]);
    expect(await find({ employeeID: 1, getProductInfo: 1 })).toMatchObject([{ productIDs: [] }]);
    account.setConfig({ modules: { salon: false } });
    expect((await find(asked))[0]).not.toHaveProperty('productIDs');
  });

  it('refuses a birthday that is not a day of the year (1014), and another order (1016)', async () => {
    const { refusal } = await asker();
    for (const day of ['13-01', '02-30', '1-1', '2000-01-01', 'x'])
      expect(await refusal('getEmployees', { birthdayMonthDayFrom: day })).toEqual([
        1014,
        'birthdayMonthDayFrom',
      ]);
    expect(await refusal('getEmployees', { birthdayMonthDayTo: '02-29' })).toEqual([0, undefined]);
    expect(await refusal('getEmployees', { orderBy: 'name' })).toEqual([1016, 'orderBy']);
  });

  it('finds birthdays from one day of the year to another, over its end too', async () => {
    const { idsOf } = await asker(frozenMock({ dataset: 'nasty' }));
    const born = (from: string, to: string) => idsOf({ birthdayMonthDayFrom: from, birthdayMonthDayTo: to });
    // Employee 2 was born on the 29th of February, 3 on the last and 4 on the first day of a year, 1 and 5 never say.
    expect(await born('', '')).toEqual([1, 2, 3, 4, 5]);
    expect(await born('02-29', '02-29')).toEqual([2]);
    expect(await born('12-31', '01-01')).toEqual([3, 4]);
    expect(await born('01-01', '12-31')).toEqual([2, 3, 4]);
    expect(await born('03-01', '')).toEqual([3]);
    expect(await born('', '02-29')).toEqual([2, 4]);
  });

  const lower = (value: unknown) => String(value ?? '').toLowerCase();

  /** What an input means for one card, as the whole list shows it. */
  const tests: Readonly<Record<string, (card: Card, value: any) => boolean>> = {
    employeeID: (card, value) => card.id === value,
    searchName: (card, value) =>
      ['fullName', 'email', 'phone', 'mobile'].some((field) => lower(card[field]).includes(lower(value))),
    userGroupID: (card, value) => card.userGroupID === String(value),
    usernameOrEmail: (card, value) => card.username === value || card.email === value,
    warehouseID: (card, value) => card.warehouses.some(({ id }: Card) => id === value),
    changedSince: (card, value) => Math.max(card.added, card.lastModified) >= value,
    birthdayMonthDayFrom: (card, value) => card.birthday !== '' && card.birthday.slice(5) >= value,
  };

  function valueFor(input: string, card: Card, random: Random): string | number {
    const values: Readonly<Record<string, string | number>> = {
      employeeID: card.id,
      searchName: random.pick(Array.from(`${card.fullName}${card.email}${card.phone}`)).trim() || 'a',
      userGroupID: random.whole(1, 4),
      usernameOrEmail: card.username ?? (card.email || 'none'),
      warehouseID: random.whole(1, 5),
      changedSince: Math.max(card.added, card.lastModified),
      birthdayMonthDayFrom: card.birthday.slice(5) || '06-15',
    };
    return values[input] ?? '';
  }

  it('answers for any filters what a plain test of all cards does, whatever is written in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const random = randomOf(gen);
        const { mock, account, call, find } = await asker(frozenMock({ quota: 1e9 }));
        for (const user of users) account.data('users').insert(user);
        for (let tried = 0; tried < 12; tried += 1) {
          await random.pick([
            () => call('saveEmployee', { employeeID: random.whole(1, 6), lastName: `New ${tried}` }),
            () => call('saveEmployee', { lastName: `Ü${tried}`, email: `u${tried}@example.test` }),
            () => call('saveUser', { userID: random.whole(2, 4), userGroupID: random.whole(1, 3) }),
            () => call('saveUser', { userID: random.whole(2, 4), employeeID: random.whole(0, 6) }),
            () => call('saveUser', { userID: random.whole(2, 4), warehouseIDs: String(random.whole(1, 4)) }),
          ])();
          mock.clock.advance(1);
          const all = await find();
          const fields: Record<string, string | number> = {};
          for (const input of Object.keys(tests))
            if (random.chance(0.25)) fields[input] = valueFor(input, random.pick(all), random);
          const expected = all.filter((card) =>
            Object.entries(fields).every(([input, value]) => tests[input]?.(card, value)),
          );
          const { status, records } = await call('getEmployees', { ...fields, recordsOnPage: 100 });
          expect(
            records.map(({ id }: Card) => id),
            JSON.stringify(fields),
          ).toEqual(expected.map(({ id }) => id));
          expect(status.recordsTotal).toBe(expected.length);
        }
      }),
      propertyRun(6, 2),
    );
  });
});

describe('saveEmployee', () => {
  it('makes a card, and edits just what is named', async () => {
    const { mock, call, find } = await asker();
    const saved = await call('saveEmployee', {
      ...{ firstName: 'Zoë', lastName: "O'Example", phone: '1', mobile: '2', skype: 'zoe', notes: 'A\nB' },
      ...{ email: 'zoe@example.test', jobTitle: 'Cashier', drawerID: 'D1', productGroupIDs: '1,2' },
      ...{ attributeName1: 'a', attributeValue1: '1' },
    });
    expect(saved.records).toEqual([{ employeeID: 7 }]);
    const [card] = await find({ employeeID: 7 });
    expect(card).toMatchObject({
      ...{ id: 7, employeeID: '7', fullName: "Zoë O'Example", employeeName: "Zoë O'Example" },
      ...{ firstName: 'Zoë', lastName: "O'Example", phone: '1', mobile: '2', drawerID: 'D1' },
      ...{ skype: 'zoe', notes: 'A\nB', jobTitleName: 'Cashier', added: start, lastModified: 0 },
      attributes: [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }],
    });
    mock.clock.advance(60);
    await call('saveEmployee', { employeeID: 7, firstName: 'Zoe' });
    const stamps = { lastModified: start + 60, lastModifiedByUserName: 'demo' };
    const names = { firstName: 'Zoe', fullName: "Zoe O'Example", employeeName: "Zoe O'Example" };
    expect(await find({ employeeID: 7 })).toEqual([{ ...card, ...names, ...stamps }]);
    await call('saveEmployee', { employeeID: 7, phone: '3' });
    expect(await find({ employeeID: 7 })).toEqual([{ ...card, ...names, ...stamps, phone: '3' }]);
  });

  it('gives the same job title the same ID, and a new one the next', async () => {
    const { call, find } = await asker();
    const idOf = async (jobTitle: string) => {
      const [{ employeeID }] = (await call('saveEmployee', { lastName: 'x', jobTitle })).records;
      return (await find({ employeeID }))[0]?.jobTitleID;
    };
    const cashier = (await find()).find(({ jobTitleName }) => jobTitleName === 'Cashier');
    expect(await idOf('Cashier')).toBe(cashier?.jobTitleID);
    const first = await idOf('Florist');
    expect([await idOf('Florist'), await idOf('Baker'), await idOf('')]).toEqual([first, first + 1, 0]);
  });

  it('refuses what has no name, and what does not exist', async () => {
    const { account, refusal } = await asker();
    expect(await refusal('saveEmployee', { firstName: 'x' })).toEqual([1010, 'lastName']);
    expect(await refusal('saveEmployee', { employeeID: 99, lastName: 'x' })).toEqual([1011, 'employeeID']);
    const products = { lastName: 'x', productGroupIDs: '1,999' };
    expect(await refusal('saveEmployee', products)).toEqual([1011, 'productGroupIDs']);
    account.setConfig({ modules: { salon: false } });
    expect(await refusal('saveEmployee', products)).toEqual([1028, 'productGroupIDs']);
    expect(account.describe().tables.employees).toBe(6);
  });

  it('shows a new name at once wherever the employee is named', async () => {
    const { account, call } = await asker();
    account.data('suppliers').update(1, { supplierManagerID: 1 });
    const shown = async () => {
      const [session] = (await call('getSessionKeyUser')).records;
      const [supplier] = (await call('getSuppliers', { supplierID: 1, responseMode: 'detail' })).records;
      return [session.employeeName, supplier.supplierManagerName];
    };
    expect(await shown()).toEqual(['Demo User', 'Demo User']);
    await call('saveEmployee', { employeeID: 1, firstName: 'Ann', lastName: 'Other' });
    expect(await shown()).toEqual(['Ann Other', 'Ann Other']);
  });

  it('makes an employee whom other records can name, and no others', async () => {
    const { call, refusal } = await asker();
    const named = [
      ['saveSupplier', { companyName: 'x' }, 'supplierManagerID'],
      ['saveGiftCard', { code: '1' }, 'purchaseEmployeeID'],
      ['saveGiftCard', { code: '1' }, 'redemptionEmployeeID'],
      ['saveInventoryRegistration', { warehouseID: 1, productID1: 1, amount1: 1 }, 'creatorID'],
      ['saveInventoryWriteOff', { warehouseID: 1, reasonID: 1, productID1: 1, amount1: 1 }, 'creatorID'],
    ] as const;
    for (const [request, fields, input] of named)
      expect(await refusal(request, { ...fields, [input]: 7 }), request).toEqual([1011, input]);
    await call('saveEmployee', { lastName: 'Seventh' });
    for (const [request, fields, input] of named)
      expect((await refusal(request, { ...fields, [input]: 7 }))[0], request).toBe(0);
  });
});

describe('data of employees', () => {
  const path = '/accounts/100001/data/employees';

  it('is read, added and changed over the control API, but for what follows from users', async () => {
    const mock = frozenMock();
    const send = control(mock);
    const added = await send('POST', path, {
      firstName: 'Ida',
      lastName: 'Example',
      fullName: 'Ida Example',
    });
    expect(added).toEqual({ status: 201, body: { id: 7 } });
    expect((await send('GET', `${path}/7`)).body).toMatchObject({
      employeeID: 7,
      employeeName: 'Ida Example',
    });
    await send('PUT', `${path}/7`, { birthday: '2000-02-29', productGroupIDs: [1] });
    const { find } = await asker(mock);
    expect(await find({ employeeID: 7 })).toMatchObject([
      { fullName: 'Ida Example', birthday: '2000-02-29' },
    ]);
    const refused = await send('PUT', `${path}/7`, { username: 'ida' });
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('username') } });
  });

  it('is exported and imported with the users who are employees', async () => {
    const { account, find } = await asker();
    for (const user of users) account.data('users').insert(user);
    account
      .data('users')
      .insert({ userName: 'dora', employeeName: 'Dora Example', groupName: 'Night shift' });
    let text = '';
    for await (const piece of account.exportData({ changed: true })) text += piece;
    const other = await asker();
    expect(await other.account.importData(text)).toMatchObject({
      employees: { added: 1, changed: 0 },
      userGroups: { added: 1, changed: 0 },
      users: { added: 4, changed: 0 },
    });
    expect(await other.find()).toEqual(await find());
    expect(other.account.data('userGroups').list()).toEqual(account.data('userGroups').list());
  });
});
