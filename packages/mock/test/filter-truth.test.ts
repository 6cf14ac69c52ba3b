import { expect, it } from 'vitest';

import { frozenMock, loggedIn } from './ask.ts';
import { cases, seededRandom } from './property.ts';

type Product = {
  productID: number;
  parentProductID?: number;
  groupID: number;
  type: string;
  status: string;
  code: string;
  added: number;
  lastModified: number;
};
type Filter = {
  readonly fields: Record<string, string | number>;
  readonly test: (product: Product) => boolean;
};

const pick = <T>(random: () => number, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)] as T;

function filters(
  random: () => number,
  all: readonly Product[],
  groups: ReadonlyMap<number, ReadonlySet<number>>,
): Filter[] {
  const some = pick(random, all);
  const groupID = some.groupID;
  const since = Math.max(some.added, some.lastModified);
  const types = pick(random, [['PRODUCT'], ['MATRIX', 'BUNDLE'], ['ASSEMBLY']]);
  const status = pick(random, ['ACTIVE', 'ARCHIVED', 'NOT_FOR_SALE', 'ALL_EXCEPT_ARCHIVED']);
  const active = pick(random, [0, 1]);
  const listed = [some.productID, pick(random, all).productID, 999_999];
  return [
    { fields: { groupID }, test: (product) => product.groupID === groupID },
    {
      fields: { groupIDWithSubgroups: groupID },
      test: (product) => groups.get(groupID)?.has(product.groupID) === true,
    },
    { fields: { type: types.join() }, test: (product) => types.includes(product.type) },
    {
      fields: { status },
      test: (product) =>
        status === 'ALL_EXCEPT_ARCHIVED' ? product.status !== 'ARCHIVED' : product.status === status,
    },
    { fields: { active }, test: (product) => (product.status !== 'ARCHIVED') === (active === 1) },
    {
      fields: { changedSince: since },
      test: (product) => Math.max(product.added, product.lastModified) >= since,
    },
    { fields: { addedSince: some.added }, test: (product) => product.added >= some.added },
    { fields: { code: some.code }, test: (product) => product.code === some.code },
    { fields: { productIDs: listed.join() }, test: (product) => listed.includes(product.productID) },
    { fields: { includeMatrixVariations: 0 }, test: (product) => (product.parentProductID ?? 0) === 0 },
    {
      fields: { parentProductID: some.parentProductID ?? 1 },
      test: (product) => product.parentProductID === (some.parentProductID ?? 1),
    },
  ];
}

type Group = { productGroupID: number; subGroups: Group[] };

function subtrees(tree: readonly Group[], found = new Map<number, Set<number>>()): Map<number, Set<number>> {
  for (const group of tree) {
    subtrees(group.subGroups, found);
    const below = group.subGroups.flatMap((child) => [...(found.get(child.productGroupID) ?? [])]);
    found.set(group.productGroupID, new Set([group.productGroupID, ...below]));
  }
  return found;
}

it.each(['demo', 'nasty'] as const)(
  '%s: any combination of filters answers what a plain test over all records does',
  async (dataset) => {
    const { seed, random } = seededRandom();
    const mock = frozenMock({ dataset, quota: 1e9 });
    const { call } = await loggedIn(mock);
    const change = mock.account('100001').data('products');
    for (const productID of [3, 8, 21]) change.update(productID, { groupID: 1, status: 'NOT_FOR_SALE' });
    for (const productID of [4, 15]) change.remove(productID);
    change.insert({ groupID: 2, name: 'New', code: 'new' });
    const all: Product[] = (
      await call('getProducts', { recordsOnPage: 1000, orderBy: 'productID', orderByDir: 'asc' })
    ).records;
    const groups = subtrees((await call('getProductGroups')).records);
    for (let round = 0; round < cases(40); round += 1) {
      const chosen = filters(random, all, groups).filter(() => random() < 0.25);
      const fields = Object.assign({}, ...chosen.map((filter) => filter.fields));
      const answer = await call('getProducts', {
        ...fields,
        recordsOnPage: 1000,
        orderBy: 'productID',
        orderByDir: 'asc',
      });
      const expected = all.filter((product) => chosen.every((filter) => filter.test(product)));
      expect(answer.records, `seed ${seed}, ${JSON.stringify(fields)}`).toEqual(expected);
      expect(answer.status.recordsTotal).toBe(expected.length);
    }
  },
);

it.each(['name', 'code', 'productID', 'price', 'parentProductID', 'changed', 'added'])(
  'orders by %s see each product once, in both directions',
  async (orderBy) => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.account('100001').data('products').update(50, { name: 'zzz', price: 1 });
    const ids = async (orderByDir: string) =>
      (await call('getProducts', { orderBy, orderByDir, recordsOnPage: 1000 })).records.map(
        (record: Product) => record.productID,
      );
    const ascending = await ids('asc');
    expect(new Set(ascending).size).toBe(600);
    expect(await ids('desc')).toEqual(ascending.reverse());
  },
);
