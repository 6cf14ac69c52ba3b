import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** An empty shop with group 1 above 2 above 3, and one product of 10 in each: a gross price has 24 % more. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  for (const parentGroupID of [1, 2]) account.data('productGroups').insert({ name: 'Group', parentGroupID });
  for (const groupID of [1, 2, 3]) account.data('products').insert({ groupID, price: 10 });
  return { mock, account, ...(await loggedIn(mock)) };
}

type Shop = Awaited<ReturnType<typeof shop>>;

const priceOf = async ({ call }: Shop, productID: number, more: Fields = {}) =>
  Number((await call('getProductPrices', { productID, warehouseID: 1, ...more })).records[0].specialPrice);

describe('getProductPrices', () => {
  it('answers the price of the card where no list has another', async () => {
    const { call } = await shop();
    const price = { defaultPrice: '10.00', defaultPriceWithVAT: 12.4 };
    const expected = { productID: '1', ...price, specialPrice: '10.00', specialPriceWithVAT: 12.4 };
    expect((await call('getProductPrices', { productID: 1 })).records).toEqual([expected]);
    const steps = { getPriceCalculationSteps: 1, warehouseID: 1 };
    expect((await call('getProductPrices', { productID: 1, ...steps })).records).toEqual([
      { ...expected, priceCalculationSteps: [] },
    ]);
  });

  it('counts every list from the card, lets the last win, and shows each step', async () => {
    const { account, call } = await shop();
    const price = { type1: 'PRODUCT', id1: 1, price1: 8.125 };
    await call('savePriceList', { name: 'Price', ...price });
    const discount = { type1: 'PRODGROUP', id1: 1, discountPercent1: 15 };
    await call('savePriceList', { name: 'Discount', ...discount });
    await call('savePriceList', { name: 'Nothing' });
    account.data('warehouses').update(1, { pricelistID: 1, pricelistID2: 3, pricelistID5: 2 });
    const asked = { productID: 1, warehouseID: 1, getPriceCalculationSteps: 1 };
    const steps = [
      { priceListID: 1, priceListName: 'Price', price: 8.125, discount: 0, type: 'PRICE' },
      {
        priceListID: 2,
        priceListName: 'Discount',
        ...{ price: 8.5, discount: 1.5, type: 'DISCOUNT', percentage: 15 },
      },
    ];
    const [both] = (await call('getProductPrices', asked)).records;
    expect(both).toMatchObject({ specialPrice: '8.50', specialPriceWithVAT: 10.54 });
    expect(both.priceCalculationSteps).toEqual(steps);
    account.data('warehouses').update(1, { pricelistID: 2, pricelistID5: 1 });
    const [other] = (await call('getProductPrices', asked)).records;
    expect(other).toMatchObject({ specialPrice: '8.125', specialPriceWithVAT: 10.08 });
    expect(other.priceCalculationSteps).toEqual(steps.toReversed());
  });

  it('takes the discount of the nearest group, and a price of the product before any', async () => {
    const made = await shop();
    const near = { type2: 'PRODGROUP', id2: 2, discountPercent2: -20 };
    await made.call('savePriceList', {
      name: 'L',
      type1: 'PRODGROUP',
      id1: 1,
      discountPercent1: 10,
      ...near,
    });
    made.account.data('warehouses').update(1, { pricelistID: 1 });
    expect([await priceOf(made, 1), await priceOf(made, 2), await priceOf(made, 3)]).toEqual([9, 12, 12]);
    await made.call('addProductToPriceList', { priceListID: 1, productID: 3, price: 11 });
    expect(await priceOf(made, 3)).toBe(11);
    await made.call('savePriceList', { pricelistID: 1, type1: 'PRODGROUP', id1: 2, discountPercent1: 33.33 });
    expect(await priceOf(made, 2)).toBe(6.667);
  });

  it('leaves out prices of more than one unit', async () => {
    const made = await shop();
    const many = { type1: 'PRODUCT', id1: 1, price1: 5, amount1: 2 };
    await made.call('savePriceList', { name: 'L', ...many });
    made.account.data('warehouses').update(1, { pricelistID: 1 });
    expect(await priceOf(made, 1)).toBe(10);
    await made.call('addProductToPriceList', { priceListID: 1, productID: 1, price: 9 });
    await made.call('addProductToPriceList', { priceListID: 1, productID: 1, price: 8, amount: 1 });
    expect(await priceOf(made, 1)).toBe(8);
  });

  it('follows the days of a list, whether it is active, and whose it is', async () => {
    const made = await shop();
    const { mock, account, call } = made;
    const today = new Date(start * 1000).toISOString().slice(0, 10);
    const days = { startDate: today, endDate: today };
    await call('savePriceList', { name: 'L', type1: 'PRODUCT', id1: 1, price1: 5, ...days });
    account.data('warehouses').update(1, { pricelistID: 1 });
    account.data('warehouses').insert({ name: 'Other' });
    expect(await priceOf(made, 1)).toBe(5);
    expect(await priceOf(made, 1, { warehouseID: 2 })).toBe(10);
    await call('savePriceList', { pricelistID: 1, active: 0 });
    expect(await priceOf(made, 1)).toBe(10);
    await call('savePriceList', { pricelistID: 1, active: 1 });
    mock.clock.advance('1d');
    const { call: later } = await loggedIn(mock);
    expect(await priceOf({ ...made, call: later }, 1)).toBe(10);
  });

  it('answers each product once, and leaves out those that do not exist', async () => {
    const { call } = await shop();
    const { records } = await call('getProductPrices', { productIDs: '3,1,99,3' });
    expect(records.map((record: any) => record.productID)).toEqual(['3', '1']);
  });

  it.each<[string, Fields, number, string]>([
    ['no product', {}, 1010, 'productID'],
    ['a product that does not exist', { productID: 9 }, 1011, 'productID'],
    ['a location that does not exist', { productID: 1, warehouseID: 9 }, 1011, 'warehouseID'],
    ['too many products', { productIDs: Array(10_001).fill(1).join() }, 1162, 'productIDs'],
  ])('refuses %s', async (_name, fields, errorCode, errorField) => {
    const { call } = await shop();
    expect((await call('getProductPrices', fields)).status).toMatchObject({ errorCode, errorField });
  });
});

describe('getProducts', () => {
  it('shows the prices of a location as getProductPrices does', async () => {
    const { call } = await loggedIn(frozenMock());
    const fields = { getPriceListPrices: 1, getPriceCalculationSteps: 1, warehouseID: 2, recordsOnPage: 600 };
    const { records } = await call('getProducts', fields);
    const productIDs = records.map((product: any) => product.productID).join();
    const asked = { productIDs, warehouseID: 2, getPriceCalculationSteps: 1 };
    const prices = (await call('getProductPrices', asked)).records;
    expect(records).toHaveLength(600);
    expect(
      records.map((product: any) => [
        String(product.productID),
        product.priceListPrice,
        product.priceListPriceWithVat,
        product.priceCalculationSteps,
      ]),
    ).toEqual(
      prices.map((price: any) => [
        price.productID,
        Number(price.specialPrice),
        price.specialPriceWithVAT,
        price.priceCalculationSteps,
      ]),
    );
    const types = records.flatMap((product: any) =>
      product.priceCalculationSteps.map((step: any) => step.type),
    );
    expect(new Set(types)).toEqual(new Set(['PRICE', 'DISCOUNT']));
  });

  it('refuses a location that does not exist, and steps without prices', async () => {
    const { call } = await shop();
    const nowhere = await call('getProducts', { getPriceListPrices: 1, warehouseID: 9 });
    expect(nowhere.status).toMatchObject({ errorCode: 1011, errorField: 'warehouseID' });
    const alone = await call('getProducts', { getPriceCalculationSteps: 1 });
    expect(alone.status).toMatchObject({ errorCode: 1010, errorField: 'getPriceListPrices' });
  });

  it('chooses what is in the first price list of a location, as it is now', async () => {
    const { account, call } = await shop();
    for (const name of ['One', 'Two']) await call('savePriceList', { name });
    const rule = { type1: 'PRODUCT', id1: 2, price1: 1, type2: 'PRODGROUP', id2: 3, discountPercent2: 1 };
    await call('savePriceList', { pricelistID: 1, ...rule });
    const chosen = async () => {
      const fields = { getItemsFromFirstPriceListOnly: 1, warehouseID: 1, orderBy: 'productID' };
      const { records } = await call('getProducts', { ...fields, orderByDir: 'asc' });
      return records.map((product: any) => product.productID);
    };
    expect(await chosen()).toEqual([]);
    account.data('warehouses').update(1, { pricelistID: 1, pricelistID2: 2 });
    expect(await chosen()).toEqual([2]);
    await call('addProductToPriceList', { priceListID: 1, productID: 3, price: 1 });
    await call('addProductToPriceList', { priceListID: 2, productID: 1, price: 1 });
    expect(await chosen()).toEqual([2, 3]);
  });
});

describe('getProductPricesInPriceLists', () => {
  async function prices() {
    const made = await shop();
    const rules = { type1: 'PRODUCT', id1: 1, price1: 8.5, type2: 'PRODUCT', id2: 2, price2: 9 };
    await made.call('savePriceList', { name: 'One', ...rules });
    await made.call('savePriceList', { name: 'Two', active: 0, ...rules });
    made.mock.clock.advance(60);
    await made.call('editProductInPriceList', { priceListProductID: 4, price: 7 });
    return made;
  }

  it('answers a product in active lists', async () => {
    const { call } = await prices();
    const ofList = { pricelistID: 1, pricelistName: 'One', price: '8.5', amount: 0 };
    expect((await call('getProductPricesInPriceLists', { productID: 1 })).records).toEqual([
      { priceListProductID: 1, productID: 1, ...ofList },
    ]);
  });

  it.each<[Fields, number[]]>([
    [{ productID: 1, active: 0 }, [1, 3]],
    [{ productIDs: '2,1,9' }, [2, 1]],
    [{ priceListProductID: 2 }, [2]],
    [{ priceListProductID: 4, active: 0 }, [4]],
    [{ priceListProductID: 4 }, []],
    [{ priceListProductID: 9 }, []],
    [{ productID: 1, priceListProductID: 2 }, []],
    [{ changedSince: start + 60, active: 0 }, [4]],
    [{ changedSince: start, active: 0 }, [1, 2, 3, 4]],
  ])('answers %o with rows %o', async (fields, expected) => {
    const { call } = await prices();
    const { records } = await call('getProductPricesInPriceLists', fields);
    expect(records.map((row: any) => row.priceListProductID)).toEqual(expected);
  });

  it('refuses a product that does not exist, and to answer everything', async () => {
    const { call } = await prices();
    const unknown = await call('getProductPricesInPriceLists', { productID: 9 });
    expect(unknown.status).toMatchObject({ errorCode: 1011, errorField: 'productID' });
    expect((await call('getProductPricesInPriceLists')).status.errorCode).toBe(1010);
  });

  it('has no amounts without their module', async () => {
    const { account, call } = await prices();
    account.setConfig({ modules: { quantityPriceLists: false } });
    const [row] = (await call('getProductPricesInPriceLists', { productID: 1 })).records;
    expect(row).not.toHaveProperty('amount');
  });

  it('shows products of active lists in getProductsWithChangedPrices', async () => {
    const { call } = await prices();
    await call('addProductToPriceList', { priceListID: 2, productID: 3, price: 1 });
    expect((await call('getProductsWithChangedPrices')).records).toEqual([{ productIDs: [1, 2] }]);
    await call('savePriceList', { pricelistID: 2, active: 1 });
    expect((await call('getProductsWithChangedPrices')).records).toEqual([{ productIDs: [1, 2, 3] }]);
  });
});
