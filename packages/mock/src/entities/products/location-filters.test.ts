import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

const wide = { orderBy: 'productID', orderByDir: 'asc', recordsOnPage: 1000 };
type Product = { productID: number; warehouses?: Record<string, { totalInStock: number }> };

const shop = async () => {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  const ids = async (fields: Record<string, string | number>): Promise<number[]> =>
    (await call('getProducts', { ...wide, ...fields })).records.map((product: Product) => product.productID);
  return { account: mock.account('100001'), call, ids };
};

describe('getOnlyItemsInStock', () => {
  it.each([1, 2, 4])('finds what location %i has more than nothing of', async (warehouseID) => {
    const { call, ids } = await shop();
    const found = await ids({ getOnlyItemsInStock: 1, warehouseID });
    const { records } = await call('getProductStock', { warehouseID });
    const inStock = records.filter((row: { amountInStock: number }) => row.amountInStock > 0);
    expect(found).toEqual(inStock.map((row: Product) => row.productID));
    expect(found.length).toBeGreaterThan(10);
  });

  it('finds what any location has where none is named', async () => {
    const { ids } = await shop();
    const each = await Promise.all(
      [1, 2, 3, 4].map((warehouseID) => ids({ getOnlyItemsInStock: 1, warehouseID })),
    );
    const union = [...new Set(each.flat())].sort((left, right) => left - right);
    expect(await ids({ getOnlyItemsInStock: 1 })).toEqual(union);
  });

  it('follows documents, movements and a reset at once', async () => {
    const { account, call, ids } = await shop();
    const isFound = async (productID: number) =>
      (await ids({ getOnlyItemsInStock: 1, warehouseID: 1 })).includes(productID);
    const { productID } = (await call('saveProduct', { groupID: 1, name: 'New' })).records[0];
    expect(await isFound(productID)).toBe(false);
    await call('saveInventoryRegistration', { warehouseID: 1, productID1: productID, amount1: 1 });
    expect(await isFound(productID)).toBe(true);
    account.stockMovements.insert({ productID, warehouseID: 1, amount: -1 });
    expect(await isFound(productID)).toBe(false);
    const [first = 0] = await ids({ getOnlyItemsInStock: 1, warehouseID: 1 });
    account.stockMovements.insert({ productID: first, warehouseID: 1, amount: -1_000_000 });
    expect(await isFound(first)).toBe(false);
    account.reset(['data']);
    expect(await isFound(first)).toBe(true);
  });

  it('is not what it was in an account that was forgotten', async () => {
    const mock = frozenMock();
    for (const amount of [1, -1]) {
      const { call } = await loggedIn(mock);
      const { productID } = (await call('saveProduct', { groupID: 1, name: 'New' })).records[0];
      const account = mock.account('100001');
      account.stockMovements.insert({ productID, warehouseID: 1, amount: 1 });
      account.stockMovements.insert({ productID: 1, warehouseID: 1, amount: amount * 1_000_000 });
      const { records } = await call('getProducts', { ...wide, getOnlyItemsInStock: 1, warehouseID: 1 });
      expect(records.some((product: Product) => product.productID === 1)).toBe(amount > 0);
      account.forget();
    }
  });

  it('refuses a location that does not exist with 1011', async () => {
    const { call } = await shop();
    for (const name of ['getOnlyItemsInStock', 'quickPosProducts', 'getWarehouseSpecificVAT']) {
      const { status } = await call('getProducts', { [name]: 1, warehouseID: 99 });
      expect(status).toMatchObject({ errorCode: 1011, errorField: 'warehouseID' });
    }
  });
});

describe('quickPosProducts', () => {
  it('finds the products with a button: of the location where it has its own, else of the account', async () => {
    const { account, ids } = await shop();
    const own = account
      .data('warehouses')
      .list()
      .find((row) => row.usesLocalQuickButtons === 1);
    const warehouseID = Number(own?.warehouseID);
    const buttons = account.data('posQuickButtons');
    buttons.insert({ warehouseID: 0, productID: 301, serviceID: 0 });
    buttons.insert({ warehouseID, productID: 302, serviceID: 0 });
    const ofAccount = await ids({ quickPosProducts: 1 });
    expect(ofAccount).toContain(301);
    expect(ofAccount).not.toContain(302);
    const ofLocation = await ids({ quickPosProducts: 1, warehouseID });
    expect(ofLocation).toContain(302);
    expect(ofLocation).not.toContain(301);
    expect(await ids({ quickPosProducts: 1, warehouseID: 1 })).toEqual(ofAccount);
  });
});
