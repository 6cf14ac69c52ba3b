import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

/** A shop of four products that are easily confused. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const { call } = await loggedIn(mock);
  const products = mock.account('100001').data('products');
  for (const values of [
    { name: 'Blue hose', code: 'A1', code2: 'X' },
    { name: 'Red hose', code: 'A12', code2: 'A1' },
    { name: 'Hose A1 clip', code: 'B7', code2: 'Y' },
    { name: 'Blue hose', code: 'C3', code2: 'X' },
  ])
    products.insert({ ...values, groupID: 1 });
  const ids = async (fields: Record<string, string | number>) =>
    (await call('getProducts', { orderBy: 'productID', orderByDir: 'asc', ...fields })).records.map(
      (record: { productID: number }) => record.productID,
    );
  return { mock, call, ids };
}

describe('searchNameIncrementally', () => {
  it('stops at the first stage with hits: code, code2, then beginnings and names', async () => {
    const { ids } = await shop();
    expect(await ids({ searchNameIncrementally: 'A1' })).toEqual([1]);
    expect(await ids({ searchNameIncrementally: 'X' })).toEqual([1, 4]);
    expect(await ids({ searchNameIncrementally: 'A' })).toEqual([1, 2, 3]);
    expect(await ids({ searchNameIncrementally: 'hose' })).toEqual([1, 2, 3, 4]);
    expect(await ids({ searchNameIncrementally: 'nothing' })).toEqual([]);
  });

  it('ignores order and pages, and says a number that means nothing', async () => {
    const { call } = await shop();
    const fields = { searchNameIncrementally: 'hose', orderBy: 'name', recordsOnPage: 1, pageNo: 2 };
    const { status, records } = await call('getProducts', fields);
    expect(records.map((record: { productID: number }) => record.productID)).toEqual([1, 2, 3, 4]);
    expect(status.recordsTotal).toBeGreaterThan(1000);
  });
});

describe('findBestMatch', () => {
  it('tries codes and name together before each alone', async () => {
    const { ids } = await shop();
    expect(await ids({ findBestMatch: 1, code: 'A1', code2: 'X', name: 'Blue hose' })).toEqual([1]);
    expect(await ids({ findBestMatch: 1, code: 'A1', code2: 'X', name: 'Red hose' })).toEqual([1]);
    expect(await ids({ findBestMatch: 1, code: 'none', code2: 'X', name: 'Blue hose' })).toEqual([1, 4]);
    expect(await ids({ findBestMatch: 1, code: 'B7', code2: 'none' })).toEqual([3]);
    expect(await ids({ findBestMatch: 1, name: 'Red hose' })).toEqual([2]);
    expect(await ids({ findBestMatch: 1, name: 'Red' })).toEqual([]);
  });

  it('looks at no other filter but the parent', async () => {
    const { mock, ids } = await shop();
    mock.account('100001').data('products').update(4, { parentProductID: 2 });
    expect(await ids({ findBestMatch: 1, name: 'Blue hose', parentProductID: 2 })).toEqual([4]);
    expect(await ids({ findBestMatch: 1, name: 'Blue hose', status: 'ARCHIVED' })).toEqual([1, 4]);
  });
});

describe('getProductsFor', () => {
  it('chooses what a location may sell or order, and needs one that exists', async () => {
    const { mock, ids, call } = await shop();
    const products = mock.account('100001').data('products');
    for (const [id, status] of ['ACTIVE', 'NO_LONGER_ORDERED', 'NOT_FOR_SALE', 'ARCHIVED'].entries())
      products.update(id + 1, { status });
    expect(await ids({ getProductsFor: 'SALES', warehouseID: 1 })).toEqual([1, 2]);
    expect(await ids({ getProductsFor: 'ORDERING', warehouseID: 1 })).toEqual([1, 3]);
    expect((await call('getProducts', { getProductsFor: 'SALES', warehouseID: 99 })).status.errorCode).toBe(
      1011,
    );
  });
});
