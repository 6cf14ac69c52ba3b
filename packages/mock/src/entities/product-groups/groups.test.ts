import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from '../../../test/ask.ts';

type Group = {
  productGroupID: number;
  id: string;
  parentGroupID: string;
  positionNo: number;
  subGroups: Group[];
};
const flat = (groups: readonly Group[]): Group[] =>
  groups.flatMap((group) => [group, ...flat(group.subGroups)]);

describe('getProductGroups', () => {
  it('answers the tree, each group once, below its parent, by position', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const tree: Group[] = (await call('getProductGroups')).records;
    const all = flat(tree);
    expect(all.map((group) => group.productGroupID).sort((a, b) => a - b)).toEqual(
      mock
        .account('100001')
        .data('productGroups')
        .list()
        .map((group) => group.productGroupID),
    );
    expect(tree.every((group) => group.parentGroupID === '0')).toBe(true);
    for (const group of all) {
      expect(group.subGroups.every((child) => child.parentGroupID === group.id)).toBe(true);
      const positions = group.subGroups.map((child) => child.positionNo);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
    }
  });

  it('answers one group with what is below it', async () => {
    const { call } = await loggedIn(frozenMock());
    const tree: Group[] = (await call('getProductGroups')).records;
    const [one] = (await call('getProductGroups', { productGroupID: tree[0]?.productGroupID ?? 0 })).records;
    expect(one).toEqual(tree[0]);
  });

  it('answers groups that were changed since a time', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.clock.advance(10);
    const id = mock.account('100001').data('productGroups').insert({ name: 'New', parentGroupID: 1 });
    const { records } = await call('getProductGroups', { changedSince: start + 10 });
    expect(records.map((group: Group) => group.productGroupID)).toEqual([id]);
  });
});

describe('saveProductGroup and deleteProductGroup', () => {
  it('make a group in the web shop, below another, and edit just what is named', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const made = await call('saveProductGroup', { name: 'New', parentGroupID: 1, nonDiscountable: 1 });
    const { productGroupID } = made.records[0];
    mock.clock.advance(60);
    await call('saveProductGroup', { productGroupID, showInWebshop: 0 });
    const { records } = await call('getProductGroups', { productGroupID });
    expect(records).toMatchObject([
      {
        ...{ productGroupID, id: String(productGroupID), name: 'New', parentGroupID: '1' },
        ...{ showInWebshop: '0', nonDiscountable: 1, added: start, lastModified: start + 60 },
      },
    ]);
    const [parent] = (await call('getProductGroups', { productGroupID: 1 })).records;
    expect(flat([parent]).map((group) => group.productGroupID)).toContain(productGroupID);
  });

  it('refuse a new group without a name, and groups that do not exist', async () => {
    const { call } = await loggedIn(frozenMock());
    const codeOf = async (request: string, fields = {}) => {
      const { status } = await call(request, fields);
      return [status.errorCode, status.errorField];
    };
    expect(await codeOf('saveProductGroup')).toEqual([1010, 'name']);
    expect(await codeOf('saveProductGroup', { productGroupID: 999, name: 'x' })).toEqual([
      1011,
      'productGroupID',
    ]);
    expect(await codeOf('saveProductGroup', { name: 'x', parentGroupID: 999 })).toEqual([
      1011,
      'parentGroupID',
    ]);
    expect(await codeOf('deleteProductGroup', { productGroupID: 999 })).toEqual([1011, 'productGroupID']);
  });

  it('delete a group alone: products keep its ID and can be found by it, groups below stay in the tree', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const tree: Group[] = (await call('getProductGroups')).records;
    const top = tree.find((group) => group.subGroups.length > 0) as Group;
    const productGroupID = top.productGroupID;
    const { records } = await call('saveProduct', { groupID: productGroupID, name: 'Orphan' });
    const { productID } = records[0];
    expect((await call('deleteProductGroup', { productGroupID })).status.errorCode).toBe(0);
    const orphans = await call('getProducts', { groupID: productGroupID, recordsOnPage: 1000 });
    expect(orphans.records).toContainEqual(expect.objectContaining({ productID, groupID: productGroupID }));
    expect((await call('getProducts', { productID })).records[0].groupName).toBe('');
    const left = flat((await call('getProductGroups')).records).map((group) => group.productGroupID);
    expect(left.sort()).toEqual(
      flat(tree)
        .map((group) => group.productGroupID)
        .filter((id) => id !== productGroupID)
        .sort(),
    );
    expect((await call('getUserOperationsLog', { tableName: 'productGroups' })).records).toMatchObject([
      { tableName: 'productGroups', itemID: productGroupID },
    ]);
    expect((await call('saveProduct', { productID, name: 'Renamed' })).status.errorCode).toBe(0);
    expect((await call('saveProduct', { groupID: productGroupID })).status.errorCode).toBe(1011);
  });

  it('find groups by an attribute', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveProductGroup', { productGroupID: 2, attributeName1: 'a', attributeValue1: '1' });
    const found = await call('getProductGroups', { searchAttributeName: 'a', searchAttributeValue: '1' });
    expect(found.records.map((group: Group) => group.productGroupID)).toEqual([2]);
  });
});
