import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from './ask.ts';

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
