import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun, propertyScale, type Random, randomOf } from '@erply-kit/tooling/property';

import { type Fields, frozenMock, loggedIn } from '../ask.ts';
import {
  equal,
  type PlainFilter as Filter,
  lower,
  type AnyRecord as Product,
  part,
  piece,
} from './plain-truth.ts';

const pick = <T>(random: Random, items: readonly T[]): T => random.pick(items);

function classifierFilters(random: Random, some: Product, trees: Trees): Filter[] {
  return [
    ...['groupID', 'categoryID', 'supplierID', 'brandID', 'unitID', 'vatrateID'].map((field) =>
      equal(field, some[field]),
    ),
    {
      fields: { priorityGroupID: Number(some.priorityGroupID) },
      test: (product) => product.priorityGroupID === some.priorityGroupID,
    },
    {
      fields: { groupIDWithSubgroups: some.groupID },
      test: (product) =>
        trees.groups.get(some.groupID)?.has(product.groupID) ?? product.groupID === some.groupID,
    },
    {
      fields: { parentProductID: some.parentProductID ?? 1 },
      test: (product) => product.parentProductID === (some.parentProductID ?? 1),
    },
    { fields: { includeMatrixVariations: 0 }, test: (product) => (product.parentProductID ?? 0) === 0 },
    ...['displayedInWebshop', 'nonStockProduct', 'isUsedProduct', 'hasSerialNumbers', 'soldInPackages'].map(
      (field) => equal(field, pick(random, [0, 1])),
    ),
    { fields: { nonRefundableProduct: 1 }, test: (product) => product.nonRefundable === 1 },
    { fields: { giftCards: 1 }, test: (product) => product.isGiftCard === 1 },
    { fields: { regularGiftCards: 1 }, test: (product) => product.isRegularGiftCard === 1 },
    { fields: { regularGiftCards: 0 }, test: () => true },
  ];
}

function textFilters(random: Random, some: Product): Filter[] {
  const field = pick(random, [
    'name',
    'code',
    'code2',
    'code3',
    'supplierCode',
    'code5',
    'code6',
    'code7',
    'code8',
  ]);
  const text = String(some[field] ?? '');
  const prefix = part(text, 0, random.whole(1, 5));
  const phrase = piece(random, some[pick(random, ['name', 'code', 'code2'])]);
  const begins = (product: Product, name: string) => lower(product[name]).startsWith(lower(phrase));
  const contains = (product: Product, name: string, part: string) =>
    lower(product[name]).includes(lower(part));
  const whole = piece(random, some[pick(random, ['name', 'code', 'code3', 'supplierCode'])]);
  const all = ['name', 'code', 'code2', 'code3', 'supplierCode'];
  const filters: Filter[] = [
    { fields: { [field]: text }, test: (product) => String(product[field] ?? '') === text },
    {
      fields: { [`${field}Prefix`]: prefix },
      test: (product) => String(product[field] ?? '').startsWith(prefix),
    },
    {
      fields: { searchName: phrase },
      test: (product) =>
        contains(product, 'name', phrase) || begins(product, 'code') || begins(product, 'code2'),
    },
    {
      fields: { searchName: phrase, searchCodeFromMiddle: 1 },
      test: (product) => ['name', 'code', 'code2'].some((name) => contains(product, name, phrase)),
    },
    {
      fields: { fullTextSearchPhrase: whole },
      test: (product) => all.some((name) => contains(product, name, whole)),
    },
  ];
  // An empty input is one that was not filled in.
  return filters.filter(({ fields }) => Object.values(fields).every((value) => value !== ''));
}

function stateFilters(random: Random, some: Product): Filter[] {
  const since = Math.max(some.added, some.lastModified);
  const types = pick(random, [['PRODUCT'], ['MATRIX', 'BUNDLE'], ['ASSEMBLY']]);
  const status = pick(random, ['ACTIVE', 'ARCHIVED', 'NOT_FOR_SALE', 'ALL_EXCEPT_ARCHIVED']);
  const active = pick(random, [0, 1]);
  const [attribute = { attributeName: 'none', attributeValue: 'x' }] = some.attributes ?? [];
  const { attributeName, attributeValue } = attribute;
  return [
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
    {
      fields: { searchAttributeName: attributeName, searchAttributeValue: attributeValue },
      test: (product) =>
        (product.attributes ?? []).some(
          (own: typeof attribute) =>
            own.attributeName === attributeName && own.attributeValue === attributeValue,
        ),
    },
  ];
}

/** Filters by what a minority of products has: of a few products one that has it is asked for. */
function choiceFilters(random: Random, all: readonly Product[]): Filter[] {
  const having = (has: (product: Product) => unknown) => {
    const found = all.filter(has);
    return pick(random, found.length > 0 ? found : all);
  };
  const number = pick(random, [1, 2, 3, 4]);
  const field = `extraField${number}ID`;
  const values = [having((product) => product[field])[field] ?? 1, 999];
  const place = having((product) => product.locationInWarehouseID !== '0').locationInWarehouseID;
  const text = having((product) => product.locationInWarehouseText).locationInWarehouseText || 'none';
  const parameters = having((product) => product.parameters).parameters ?? [];
  const { parameterID, parameterValue } = pick(random, [{ parameterID: '1' }, ...parameters]);
  const isOn = (own: Product) =>
    (own.parameterOptions ?? []).length > 0 || !['', '0'].includes(own.parameterValue ?? '');
  const ofParameter = (test: (own: Product) => boolean) => (product: Product) =>
    (product.parameters ?? []).some((own: Product) => own.parameterID === parameterID && test(own));
  const optionID = pick(random, [1, 2, 3, 999]);
  return [
    { fields: { [`${field}s`]: values.join() }, test: (product) => values.includes(product[field] ?? 0) },
    {
      fields: { locationInWarehouseIDs: `${place},999` },
      test: (product) => [String(place), '999'].includes(product.locationInWarehouseID),
    },
    {
      fields: { locationInWarehouseText: text },
      test: (product) => product.locationInWarehouseText === text,
    },
    { fields: { searchParameterID: parameterID }, test: ofParameter(isOn) },
    {
      fields: { searchParameterID: parameterID, searchParameterValue: parameterValue ?? 'none' },
      test: ofParameter((own) => own.parameterValue === (parameterValue ?? 'none')),
    },
    {
      fields: { searchParameterOptionID: optionID },
      test: (product) =>
        (product.parameters ?? []).some((own: Product) =>
          (own.parameterOptions ?? []).some((option: Product) => option.optionID === optionID),
        ),
    },
  ];
}

function filters(random: Random, all: readonly Product[], trees: Trees): Filter[] {
  const some = pick(random, all);
  const listed = [some.productID, pick(random, all).productID, 999_999];
  return [
    ...classifierFilters(random, some, trees),
    ...textFilters(random, some),
    ...stateFilters(random, some),
    ...choiceFilters(random, all),
    { fields: { productIDs: listed.join() }, test: (product) => listed.includes(product.productID) },
  ];
}

type Group = { productGroupID: number; subGroups: Group[] };
interface Trees {
  readonly groups: ReadonlyMap<number, ReadonlySet<number>>;
}

function subtrees(tree: readonly Group[], found = new Map<number, Set<number>>()): Map<number, Set<number>> {
  for (const group of tree) {
    subtrees(group.subGroups, found);
    const below = group.subGroups.flatMap((child) => [...(found.get(child.productGroupID) ?? [])]);
    found.set(group.productGroupID, new Set([group.productGroupID, ...below]));
  }
  return found;
}

const byID = { orderBy: 'productID', orderByDir: 'asc' };

const sortFields: Readonly<Record<string, (product: Product) => string | number>> = {
  name: (product) => lower(product.name),
  code: (product) => lower(product.code),
  productID: (product) => product.productID,
  price: (product) => product.price,
  parentProductID: (product) => product.parentProductID ?? 0,
  changed: (product) => product.lastModified,
  added: (product) => product.added,
};

/** Products in an order, by a plain sort. */
function sorted(products: readonly Product[], orderBy: string, orderByDir: string): number[] {
  const key = sortFields[orderBy] ?? (() => 0);
  const ids = products
    .toSorted((left, right) => {
      const [one, other] = [key(left), key(right)];
      return one === other ? left.productID - right.productID : one < other ? -1 : 1;
    })
    .map((product) => product.productID as number);
  return orderByDir === 'asc' ? ids : ids.reverse();
}

async function shopOf(options: { dataset: 'demo' | 'nasty'; products?: number }) {
  const mock = frozenMock({ ...options, quota: 1e9 });
  const { call } = await loggedIn(mock);
  const change = mock.account('100001').data('products');
  const crawl = async () => {
    const all: Product[] = [];
    for (let pageNo = 1; ; pageNo += 1) {
      const { records } = await call('getProducts', {
        ...byID,
        getParameters: 1,
        recordsOnPage: 1000,
        pageNo,
      });
      all.push(...records);
      if (records.length < 1000) return all;
    }
  };
  return { call, change, crawl };
}

type Shop = Awaited<ReturnType<typeof shopOf>>;

/** Changes the shop as another user would, and answers the products that it has then, by ID. */
async function disturbed(
  { call, change }: Shop,
  random: Random,
  all: readonly Product[],
): Promise<Product[]> {
  const some = pick(random, all);
  const other = pick(random, all);
  const values = {
    groupID: other.groupID,
    brandID: other.brandID,
    name: `${other.name}!`,
    price: random.whole(0, 1000) / 100,
    status: pick(random, ['ACTIVE', 'ARCHIVED']),
    code2: pick(random, ['', 'X1', other.code2]),
  };
  const choice = random.whole(0, 9);
  let productID = some.productID;
  if (choice < 6) change.update(productID, values);
  else if (choice < 8) productID = change.insert({ ...values, code: `new-${random.whole(0, 1e6)}` });
  else change.remove(productID);
  const { records } = await call('getProducts', { productID, getParameters: 1 });
  const others = all.filter((product) => product.productID !== productID);
  return [...others, ...records].sort((left, right) => left.productID - right.productID);
}

it.each([
  { dataset: 'demo' as const },
  { dataset: 'nasty' as const },
  // Several pages of a thousand.
  { dataset: 'demo' as const, products: propertyScale > 1 ? 5000 : 2200 },
])('%j: any filters in any order answer what a plain test and sort over all records do', async (options) => {
  const answersAlike = fc.asyncProperty(fc.gen(), async (gen) => {
    const random = randomOf(gen);
    const shop = await shopOf(options);
    let all = await shop.crawl();
    const { records: tree } = await shop.call('getProductGroups');
    const trees = { groups: subtrees(tree) };
    for (let tried = 0; tried < 34; ) {
      if (random.chance(0.2)) all = await disturbed(shop, random, all);
      const chosen = filters(random, all, trees).filter(() => random.chance(0.08));
      // A request has each input once.
      const names = chosen.flatMap((filter) => Object.keys(filter.fields));
      if (new Set(names).size < names.length) continue;
      tried += 1;
      await expectPage(shop, random, { all, chosen });
    }
    expect(all).toEqual(await shop.crawl());
  });
  await fc.assert(answersAlike, propertyRun(1));
});

/** Some page of the filtered products in some order. */
async function expectPage(
  shop: Shop,
  random: Random,
  { all, chosen }: { all: readonly Product[]; chosen: readonly Filter[] },
): Promise<void> {
  const fields: Fields = Object.assign({}, ...chosen.map((filter) => filter.fields));
  const orderBy = pick(random, Object.keys(sortFields));
  const orderByDir = pick(random, ['asc', 'desc']);
  const expected = sorted(
    all.filter((product) => chosen.every((filter) => filter.test(product))),
    orderBy,
    orderByDir,
  );
  const recordsOnPage = pick(random, [1, 7, 100, 1000]);
  const pageNo = random.whole(1, Math.ceil(expected.length / recordsOnPage + 1));
  const page = { orderBy, orderByDir, recordsOnPage, pageNo };
  const answer = await shop.call('getProducts', { ...fields, ...page });
  const said = JSON.stringify({ ...fields, ...page });
  expect(answer.status.errorCode, said).toBe(0);
  expect(answer.status.recordsTotal, said).toBe(expected.length);
  const ids = answer.records.map((record: Product) => record.productID);
  expect(ids, said).toEqual(expected.slice((pageNo - 1) * recordsOnPage, pageNo * recordsOnPage));
}

it.each(Object.keys(sortFields))(
  'a crawl by %s sees each product once, in both directions',
  async (orderBy) => {
    const { call, change } = await shopOf({ dataset: 'demo' });
    change.update(50, { name: 'zzz', price: 1 });
    change.insert({ groupID: 1, name: 'Added' });
    change.remove(70);
    const crawl = async (orderByDir: string) => {
      const ids: number[] = [];
      for (let pageNo = 1; pageNo <= 7; pageNo += 1) {
        const { records } = await call('getProducts', { orderBy, orderByDir, recordsOnPage: 100, pageNo });
        ids.push(...records.map((record: Product) => record.productID));
      }
      return ids;
    };
    const ascending = await crawl('asc');
    expect(ascending).toHaveLength(600);
    expect(new Set(ascending).size).toBe(600);
    expect(await crawl('desc')).toEqual(ascending.reverse());
  },
);
