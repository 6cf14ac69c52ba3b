import { describe, expect, it } from 'vitest';

import { type Answer, frozenMock, loggedIn, start } from '../../../test/ask.ts';

const ids = (answer: Answer): number[] =>
  answer.records.map((record: { productID: number }) => record.productID);
const byID = { orderBy: 'productID', orderByDir: 'asc' };

describe('getProducts', () => {
  it('answers 20 records, the last changed first and never changed ones last', async () => {
    const { call } = await loggedIn(frozenMock());
    const first = await call('getProducts');
    expect(first.status).toMatchObject({ recordsTotal: 600, recordsInResponse: 20 });
    const all = await call('getProducts', { recordsOnPage: 1000 });
    const times = all.records.map((record: { lastModified: number }) => record.lastModified);
    expect(times).toEqual([...times].sort((a: number, b: number) => b - a));
    expect(times.at(-1)).toBe(0);
  });

  it('pages without gap or overlap, by page and by offset, and ends with an empty page', async () => {
    const { call } = await loggedIn(frozenMock());
    const all = ids(await call('getProducts', { recordsOnPage: 1000, ...byID }));
    const paged: number[] = [];
    for (let pageNo = 1; ; pageNo += 1) {
      const page = await call('getProducts', { recordsOnPage: 70, pageNo, ...byID });
      paged.push(...ids(page));
      if (page.records.length === 0) break;
    }
    expect(paged).toEqual(all);
    expect(
      ids(await call('getProducts', { recordOffset: 35, pageNo: 9, recordsOnPage: 10, ...byID })),
    ).toEqual(all.slice(35, 45));
  });

  it('cuts a page that is too long, and takes nonsense for the first page, unless it is set to refuse', async () => {
    const lenient = await loggedIn(frozenMock({ products: 1200 }));
    expect((await lenient.call('getProducts', { recordsOnPage: 5000 })).records).toHaveLength(1000);
    expect(
      (await lenient.call('getProducts', { recordsOnPage: 5000, getStockInfo: 1 })).records,
    ).toHaveLength(100);
    expect((await lenient.call('getProducts', { recordsOnPage: 'x', pageNo: -3 })).records).toHaveLength(20);
    const strict = await loggedIn(frozenMock({ set: { pageTooLarge: '1016', pageNonsense: '1016' } }));
    expect((await strict.call('getProducts', { recordsOnPage: 5000 })).status).toMatchObject({
      errorCode: 1016,
      errorField: 'recordsOnPage',
    });
    expect((await strict.call('getProducts', { pageNo: 0 })).status).toMatchObject({
      errorCode: 1016,
      errorField: 'pageNo',
    });
    expect((await strict.call('getProducts', { pageNo: 'x' })).status).toMatchObject({
      errorCode: 1016,
      errorField: 'pageNo',
    });
  });

  it('gives 100 products with stock, or 200 as one live account did', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const asked = { recordsOnPage: 1000, getFields: 'productID' };
    const most = async (fields = {}) => (await call('getProducts', { ...asked, ...fields })).records.length;
    expect(await most({ getStockInfo: 1 })).toBe(100);
    mock.account('100001').setConfig({ set: { getProductsMaxWithStock: 200 } });
    expect(await most({ getStockInfo: 1 })).toBe(200);
    expect(await most()).toBe(600);
    mock.account('100001').setConfig({ set: { getProductsMax: 50 } });
    expect(await most({ getStockInfo: 1 })).toBe(50);
    const set = { getProductsMaxWithStock: 150 };
    expect(() => mock.account('100001').setConfig({ set })).toThrow(
      'getProductsMaxWithStock: not one of 100, 200',
    );
  });

  it('finds what was added or changed since a time, and not what only moved in stock', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.clock.advance(100);
    const since = start + 100;
    expect((await call('getProducts', { changedSince: since })).records).toEqual([]);
    const [created] = (await call('saveProduct', { groupID: 2, name: 'New' })).records;
    await call('saveProduct', { productID: 5, name: 'Edited' });
    mock.account('100001').stockMovements.insert({ productID: 9, warehouseID: 1, amount: 1 });
    expect(ids(await call('getProducts', { changedSince: since, ...byID }))).toEqual([5, created.productID]);
    expect(ids(await call('getProducts', { addedSince: since }))).toEqual([created.productID]);
    expect((await call('getProducts', { changedSince: since + 1 })).records).toEqual([]);
  });

  it('keeps only the named fields, and answers records with none of them as {}', async () => {
    const { call } = await loggedIn(frozenMock());
    const some = await call('getProducts', { productID: 1, getFields: 'code,productID,nonsense' });
    expect(Object.keys(some.records[0])).toEqual(['productID', 'code']);
    expect((await call('getProducts', { productID: 1, getFields: 'nonsense' })).records).toEqual([{}]);
  });

  it('adds stock, variations and recipes only when asked for', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const everything = await call('getProducts', { recordsOnPage: 1000 });
    for (const block of ['warehouses', 'variationList', 'productComponents']) {
      expect(everything.records.some((record: object) => block in record)).toBe(false);
    }
    const asked = await call('getProducts', {
      type: 'MATRIX,BUNDLE',
      getMatrixVariations: 1,
      getRecipes: 1,
      getStockInfo: 1,
      warehouseID: 2,
    });
    const matrix = asked.records.find((record: { type: string }) => record.type === 'MATRIX');
    expect(matrix.variationList.map((item: { productID: string }) => item.productID)).toEqual(
      matrix.productVariations,
    );
    expect(Object.keys(matrix.warehouses)).toEqual(['2']);
    const bundle = asked.records.find((record: { type: string }) => record.type === 'BUNDLE');
    expect(bundle.productComponents[0]).toEqual({
      componentID: expect.any(Number),
      amount: expect.any(Number),
    });
  });

  it('shows a renamed or changed brand, group, supplier, category, unit or VAT rate at once', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const before = (await call('getProducts', { recordsOnPage: 1000 })).records;
    const product = before.find((record: Record<string, unknown>) =>
      ['brandID', 'supplierID', 'categoryID', 'unitID'].every((id) => Number(record[id]) > 0),
    );
    const data = (table: string) => mock.account('100001').data(table);
    data('brands').update(product.brandID, { name: 'B2' });
    data('productGroups').update(product.groupID, { name: 'G2' });
    data('suppliers').update(product.supplierID, { fullName: 'S2' });
    data('productCategories').update(product.categoryID, { productCategoryName: 'C2' });
    data('productUnits').update(product.unitID, { name: 'U2' });
    data('vatRates').update(product.vatrateID, { rate: 50 });
    const [after] = (await call('getProducts', { productID: product.productID })).records;
    expect(after).toEqual({
      ...product,
      brandName: 'B2',
      groupName: 'G2',
      supplierName: 'S2',
      categoryName: 'C2',
      unitName: 'U2',
      vatrate: 50,
      priceWithVat: Math.round(product.price * 150) / 100,
    });
  });
});
