import { describe, expect, it } from 'vitest';

import { control, type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

type Group = Record<string, any> & { customerGroupID: number; subGroups: Group[] };
/** A group with those below it. */
type Tree = readonly [id: number, below: readonly Tree[]];

const treeOf = ({ customerGroupID, subGroups }: Group): Tree => [customerGroupID, subGroups.map(treeOf)];

async function shop() {
  const mock = frozenMock();
  const login = await loggedIn(mock);
  const tree = async (fields: Fields = {}) =>
    ((await login.call('getCustomerGroups', fields)).records as Group[]).map(treeOf);
  const codeOf = async (request: string, fields: Fields = {}) => {
    const { errorCode, errorField } = (await login.call(request, fields)).status;
    return [errorCode, errorField];
  };
  return { mock, account: mock.account('100001'), ...login, tree, codeOf };
}

describe('getCustomerGroups', () => {
  it('answers the tree, each group once, below its parent', async () => {
    const { call, tree } = await shop();
    expect(await tree()).toEqual([
      [1, [[3, [[4, []]]]]],
      [
        2,
        [
          [5, []],
          [6, []],
        ],
      ],
    ]);
    const [retail] = (await call('getCustomerGroups')).records;
    expect(Object.keys(retail)).toEqual([
      ...['clientGroupID', 'customerGroupID', 'parentID', 'name'],
      ...['pricelistID', 'pricelistID2', 'pricelistID3', 'pricelistID4', 'pricelistID5'],
      ...['added', 'lastModified', 'subGroups'],
    ]);
    const [members] = retail.subGroups;
    expect(members).toMatchObject({ clientGroupID: 3, customerGroupID: 3, parentID: 1, pricelistID: 0 });
    expect(members.subGroups[0]).toMatchObject({ customerGroupID: 4, pricelistID: 2 });
  });

  it('answers groups that were changed since a time, each with all below it', async () => {
    const { mock, call, tree } = await shop();
    mock.clock.advance(10);
    await call('saveCustomerGroup', { customerGroupID: 3, name: 'Club' });
    expect(await tree({ changedSince: start + 10 })).toEqual([[3, [[4, []]]]]);
    mock.account('100001').setConfig({ set: { changedSinceInclusive: 'no' } });
    expect(await tree({ changedSince: start + 10 })).toEqual([]);
  });

  it('answers groups by an attribute', async () => {
    const { call, tree, codeOf } = await shop();
    await call('saveCustomerGroup', { customerGroupID: 5, attributeName1: 'a', attributeValue1: '1' });
    expect(await tree({ searchAttributeName: 'a', searchAttributeValue: '1' })).toEqual([[5, []]]);
    expect(await tree({ searchAttributeName: 'a', searchAttributeValue: '2' })).toEqual([]);
    const array = { 'searchAttributeName[]': 'a', searchAttributeValue: '1' };
    expect((await codeOf('getCustomerGroups', array))[0]).toBe(1030);
  });

  it('answers names in a language', async () => {
    const { call } = await shop();
    await call('saveCustomerGroup', { customerGroupID: 4, nameEST: 'Kuld' });
    const text = async (fields: Fields) => JSON.stringify((await call('getCustomerGroups', fields)).records);
    expect(await text({ lang: 'est' })).toContain('"name":"Kuld"');
    expect(await text({})).toContain('"name":"Gold members"');
    expect(await text({})).not.toContain('nameEST');
  });

  it('may be as deep as there are groups', async () => {
    const depth = 10_000;
    const { account, call } = await shop();
    const data = account.data('customerGroups');
    let last = 6;
    for (let level = 1; level < depth; level += 1) last = data.insert({ name: 'G', parentID: last });
    const answer = await call('getCustomerGroups', { changedSince: start });
    let found = 0;
    for (let [group] = answer.records; group !== undefined; [group] = group.subGroups) found += 1;
    expect(found).toBe(depth - 1);
    expect((await call('saveCustomerGroup', { customerGroupID: 6, parentID: last })).status).toMatchObject({
      errorCode: 1016,
      errorField: 'parentID',
    });
  });
});

describe('saveCustomerGroup', () => {
  it('makes a group below another, and edits just what is named; customers show the name at once', async () => {
    const { mock, account, call } = await shop();
    const [{ customerGroupID }] = (await call('saveCustomerGroup', { name: 'New', parentID: 6 })).records;
    const customerID = account.data('customers').insert({ fullName: 'A', groupID: customerGroupID });
    mock.clock.advance(60);
    await call('saveCustomerGroup', { customerGroupID, name: 'Newer' });
    const { records } = await call('getCustomerGroups', { changedSince: start + 60 });
    expect(records).toMatchObject([
      { customerGroupID, name: 'Newer', parentID: 6, added: start, lastModified: start + 60 },
    ]);
    expect((await call('getCustomers', { customerID })).records[0].groupName).toBe('Newer');
  });

  it.each<[string, Fields, number, string]>([
    ['a new one without a name', { parentID: 1 }, 1010, 'name'],
    ['one that does not exist', { customerGroupID: 99, name: 'x' }, 1011, 'customerGroupID'],
    ['a parent that does not exist', { name: 'x', parentID: 99 }, 1011, 'parentID'],
    ['the group itself as its parent', { customerGroupID: 3, parentID: 3 }, 1016, 'parentID'],
    ['a group below it as its parent', { customerGroupID: 1, parentID: 4 }, 1016, 'parentID'],
  ])('refuses %s', async (_name, fields, errorCode, errorField) => {
    const { codeOf, tree } = await shop();
    const before = await tree();
    expect(await codeOf('saveCustomerGroup', fields)).toEqual([errorCode, errorField]);
    expect(await tree()).toEqual(before);
  });

  it('moves a group to another one and to the top', async () => {
    const { call, tree } = await shop();
    await call('saveCustomerGroup', { customerGroupID: 3, parentID: 5 });
    expect(await tree()).toEqual([
      [1, []],
      [
        2,
        [
          [5, [[3, [[4, []]]]]],
          [6, []],
        ],
      ],
    ]);
    await call('saveCustomerGroup', { customerGroupID: 5, parentID: 0 });
    expect((await tree()).map(([id]) => id)).toEqual([1, 2, 5]);
  });

  it('leaves the price lists, which data can set and deletePriceList takes away', async () => {
    const { mock, call } = await shop();
    const request = control(mock);
    const path = '/accounts/100001/data/customerGroups/6';
    const lists = { pricelistID: 3, pricelistID5: 1 };
    expect(await request('PUT', path, lists)).toMatchObject({ status: 200, body: lists });
    expect((await request('PUT', path, { pricelistID: 'x' })).status).toBe(400);
    await call('saveCustomerGroup', { customerGroupID: 6, name: 'x' });
    const partners = async () => (await request('GET', path)).body;
    expect(await partners()).toMatchObject({ name: 'x', ...lists });
    expect((await call('deletePriceList', { priceListIDs: 3 })).status.errorCode).toBe(1022);
    await call('deletePriceList', { priceListIDs: 3, deleteAllAssociations: 1 });
    expect(await partners()).toMatchObject({ pricelistID: 0, pricelistID5: 1 });
  });
});

describe('deleteCustomerGroup', () => {
  it('deletes an empty group, and the operations log knows', async () => {
    const { call, tree, codeOf } = await shop();
    const [{ customerGroupID }] = (await call('saveCustomerGroup', { name: 'New' })).records;
    expect(await codeOf('deleteCustomerGroup', { customerGroupID })).toEqual([0, undefined]);
    expect((await tree()).map(([id]) => id)).toEqual([1, 2]);
    expect((await call('getUserOperationsLog', { tableName: 'customerGroups' })).records).toMatchObject([
      { tableName: 'customerGroups', itemID: customerGroupID },
    ]);
    expect(await codeOf('deleteCustomerGroup', { customerGroupID })).toEqual([1011, 'customerGroupID']);
  });

  it('refuses one that has groups below it, and one that customers are in', async () => {
    const { account, call, codeOf } = await shop();
    const [{ customerGroupID }] = (await call('saveCustomerGroup', { name: 'New' })).records;
    const below = (await call('saveCustomerGroup', { name: 'Below', parentID: customerGroupID })).records[0];
    expect((await codeOf('deleteCustomerGroup', { customerGroupID }))[0]).toBe(1022);
    const customerID = account.data('customers').insert({ fullName: 'A', groupID: below.customerGroupID });
    expect((await codeOf('deleteCustomerGroup', below))[0]).toBe(1022);
    account.data('customers').update(customerID, { groupID: 1 });
    expect((await codeOf('deleteCustomerGroup', below))[0]).toBe(0);
    expect((await codeOf('deleteCustomerGroup', { customerGroupID }))[0]).toBe(0);
  });
});
