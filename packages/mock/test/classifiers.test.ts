import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from './ask.ts';

interface Classifier {
  readonly read: string;
  readonly save: string;
  /** The ID on save and on read, and how the read call prints it. */
  readonly ids: readonly [saved: string, read: string, print: (id: number) => string | number];
  readonly nameField: string;
  /** What a new one needs beside a name. */
  readonly needs?: Fields;
  readonly isStamped: boolean;
}

const classifiers: readonly Classifier[] = [
  {
    read: 'getProductCategories',
    save: 'saveProductCategory',
    ids: ['productCategoryID', 'productCategoryID', Number],
    nameField: 'productCategoryName',
    isStamped: true,
  },
  {
    read: 'getProductPriorityGroups',
    save: 'saveProductPriorityGroup',
    ids: ['priorityGroupID', 'priorityGroupID', Number],
    nameField: 'priorityGroupName',
    isStamped: true,
  },
  {
    read: 'getProductUnits',
    save: 'saveProductUnit',
    ids: ['productUnitID', 'unitID', String],
    nameField: 'name',
    isStamped: false,
  },
  {
    read: 'getSupplierGroups',
    save: 'saveSupplierGroup',
    ids: ['supplierGroupID', 'supplierGroupID', Number],
    nameField: 'name',
    isStamped: true,
  },
  {
    read: 'getWarehouses',
    save: 'saveWarehouse',
    ids: ['warehouseID', 'warehouseID', String],
    nameField: 'name',
    isStamped: false,
  },
];

describe.each(classifiers)('$save', ({ read, save, ids: [savedID, readID, print], nameField, isStamped }) => {
  it('makes one that the read call answers, and edits just what is named', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const before = (await call(read)).records;
    const saved = await call(save, { name: 'Ünï "new"' });
    const id = saved.records[0][savedID];
    expect(saved.records).toEqual([{ [savedID]: before.length + 1 }]);
    const made = (await call(read)).records.at(-1);
    expect(made).toMatchObject({ [readID]: print(id), [nameField]: 'Ünï "new"' });
    if (isStamped) expect(made).toMatchObject({ added: start, lastModified: 0 });
    mock.clock.advance(60);
    expect((await call(save, { [savedID]: id, name: 'Renamed' })).records).toEqual([{ [savedID]: id }]);
    const stamps = isStamped ? { lastModified: start + 60 } : {};
    expect((await call(read)).records).toEqual([...before, { ...made, [nameField]: 'Renamed', ...stamps }]);
  });

  it('refuses a new one without a name, and one that does not exist', async () => {
    const { call } = await loggedIn(frozenMock());
    expect((await call(save)).status).toMatchObject({ errorCode: 1010, errorField: 'name' });
    const unknown = await call(save, { [savedID]: 999, name: 'x' });
    expect(unknown.status).toMatchObject({ errorCode: 1011, errorField: savedID });
  });
});

describe('classifiers of products', () => {
  it('show their new names in products at once', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveProduct', { productID: 1, groupID: 1, categoryID: 1, unitID: 1, vatrateID: 1 });
    await call('getProducts', { productID: 1 });
    await call('saveProductGroup', { productGroupID: 1, name: 'G' });
    await call('saveProductCategory', { productCategoryID: 1, name: 'C' });
    await call('saveProductUnit', { productUnitID: 1, name: 'U' });
    const [product] = (await call('getProducts', { productID: 1 })).records;
    expect(product).toMatchObject({ groupName: 'G', categoryName: 'C', unitName: 'U' });
  });

  it('can be named by a product only if they exist', async () => {
    const { call } = await loggedIn(frozenMock());
    const { records } = await call('saveProductPriorityGroup', { name: 'Top' });
    const { priorityGroupID } = records[0];
    await call('saveProduct', { productID: 1, priorityGroupID });
    const [product] = (await call('getProducts', { productID: 1 })).records;
    expect(product.priorityGroupID).toBe(String(priorityGroupID));
    expect((await call('saveProduct', { productID: 1, priorityGroupID: 99 })).status).toMatchObject({
      errorCode: 1011,
      errorField: 'priorityGroupID',
    });
  });
});

describe('getProductCategories', () => {
  it('answers one, those below one, those at the top, those with an attribute, and those that changed', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const ids = async (fields: Fields) =>
      (await call('getProductCategories', { recordsOnPage: 100, ...fields })).records.map(
        (record: { productCategoryID: number }) => record.productCategoryID,
      );
    mock.clock.advance(60);
    const { records } = await call('saveProductCategory', {
      name: 'New',
      parentCategoryID: 2,
      attributeName1: 'a',
      attributeValue1: '1',
    });
    const { productCategoryID } = records[0];
    await call('saveProductCategory', { name: 'At the top' });
    expect(await ids({ productCategoryID: 3 })).toEqual([3]);
    expect(await ids({ parentCategoryID: 2 })).toEqual([8, 9, productCategoryID]);
    expect(await ids({ parentCategoryID: 0 })).toEqual([1, 2, 3, 4, 5, productCategoryID + 1]);
    expect(await ids({ searchAttributeName: 'a', searchAttributeValue: '1' })).toEqual([productCategoryID]);
    expect(await ids({ changedSince: start + 60 })).toEqual([productCategoryID, productCategoryID + 1]);
    expect((await call('saveProductCategory', { name: 'x', parentCategoryID: 99 })).status).toMatchObject({
      errorCode: 1011,
      errorField: 'parentCategoryID',
    });
  });
});

describe('getCountries and getCurrencies', () => {
  it('answer pages of countries, and all currencies with every value inside quotes', async () => {
    const { call } = await loggedIn(frozenMock());
    const page = await call('getCountries', { pageNo: 2 });
    expect(page.status.recordsInResponse).toBe(page.status.recordsTotal - 20);
    const { records } = await call('getCurrencies');
    expect(records[0]).toMatchObject({ currencyID: '1', code: 'EUR', rate: '1', default: '1' });
    expect(records.flatMap((record: object) => Object.values(record)).every(isText)).toBe(true);
  });

  it('answer only what changed since a time', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.account('100001').data('countries').update(3, { countryName: 'New' });
    mock.account('100001').data('currencies').update(2, { rate: 0.95 });
    const countries = (await call('getCountries', { changedSince: start })).records;
    const currencies = (await call('getCurrencies', { changedSince: start })).records;
    expect(countries).toMatchObject([{ countryID: 3, countryName: 'New' }]);
    expect(currencies).toMatchObject([{ currencyID: '2', rate: '0.95', lastModified: String(start) }]);
  });
});

const isText = (value: unknown) => typeof value === 'string';
