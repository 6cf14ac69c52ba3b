import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** An empty shop with products 1 to 3 of supplier 1, and a second supplier, Other Goods. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const suppliers = account.data('suppliers');
  const [first, second] = ['Main Goods', 'Other Goods'].map((fullName) =>
    suppliers.insert({ supplierType: 'COMPANY', fullName, companyName: fullName, code: `C${fullName[0]}` }),
  ) as [number, number];
  for (const price of [10, 20, 30])
    account
      .data('products')
      .insert({ groupID: 1, price, cost: price / 2, supplierID: first, code: `p${price}` });
  return { mock, account, first, second, ...(await loggedIn(mock)) };
}

type Call = Awaited<ReturnType<typeof shop>>['call'];

const rowsOf = async (call: Call) => (await call('getProductsInSupplierPriceList')).records;

const listsOf = async (call: Call) => (await call('getSupplierPriceLists')).records;

/** A shop whose list 1 of its first supplier has product 1 for 4.5, and product 2 for 8; without a module from then on. */
async function shopWithList(missing?: 'quantityPriceLists' | 'supplierPriceLists') {
  const made = await shop();
  const rules = { productID1: 1, price1: 4.5, productID2: 2, price2: 8 };
  await made.call('saveSupplierPriceList', { name: 'Spring', supplierID: made.first, ...rules });
  if (missing !== undefined) made.account.setConfig({ modules: { [missing]: false } });
  return made;
}

describe('saveSupplierPriceList', () => {
  it('makes a list with prices', async () => {
    const { call, first } = await shop();
    const saved = await call('saveSupplierPriceList', {
      name: 'Spring',
      supplierID: first,
      endDate: '2026-12-31',
      ...{ productID1: 1, price1: 4.5, productID2: 1, price2: 4, amount2: 100 },
    });
    expect(saved.records).toEqual([{ supplierPriceListID: 1 }]);
    expect(await listsOf(call)).toEqual([
      {
        supplierPriceListID: 1,
        supplierID: first,
        supplierName: 'Main Goods',
        name: 'Spring',
        startDate: '0000-00-00',
        endDate: '2026-12-31',
        active: '1',
        added: start,
        lastModified: 0,
        addedByUserName: 'demo',
        lastModifiedByUserName: '',
        pricelistRules: [
          { productID: 1, price: '4.5', amount: 0 },
          { productID: 1, price: '4', amount: 100 },
        ],
      },
    ]);
  });

  it('merges prices: those of the same product and amount are replaced, others stay', async () => {
    const { call } = await shopWithList();
    const changed = { productID1: 1, price1: 4, productID2: 1, price2: 3, amount2: 10 };
    await call('saveSupplierPriceList', { supplierPriceListID: 1, ...changed });
    expect((await rowsOf(call)).map((row: any) => [row.productID, row.amount, row.price])).toEqual([
      [1, 0, 4],
      [2, 0, 8],
      [1, 10, 3],
    ]);
  });

  it.each<[string, Fields, number, string]>([
    ['a new list without a name', { supplierID: 1 }, 1010, 'name'],
    ['a new list without a supplier', { name: 'x' }, 1010, 'supplierID'],
    ['a list that does not exist', { supplierPriceListID: 9 }, 1011, 'supplierPriceListID'],
    ['a supplier who does not exist', { name: 'x', supplierID: 99 }, 1011, 'supplierID'],
    ['a price without a product', { name: 'x', supplierID: 1, price1: 1 }, 1010, 'productID1'],
    ['a product without a price', { name: 'x', supplierID: 1, productID1: 1 }, 1010, 'price1'],
    [
      'a product that does not exist',
      { name: 'x', supplierID: 1, productID1: 9, price1: 1 },
      1011,
      'productID1',
    ],
    ['a negative price', { name: 'x', supplierID: 1, productID1: 1, price1: -1 }, 1014, 'price1'],
    [
      'a negative amount',
      { name: 'x', supplierID: 1, productID1: 1, price1: 1, amount1: -1 },
      1014,
      'amount1',
    ],
    ['a day that does not exist', { name: 'x', supplierID: 1, startDate: '2026-02-30' }, 1014, 'startDate'],
  ])('refuses %s and saves nothing', async (_name, fields, errorCode, errorField) => {
    const { call } = await shop();
    expect((await call('saveSupplierPriceList', fields)).status).toMatchObject({ errorCode, errorField });
    expect([await listsOf(call), await rowsOf(call)]).toEqual([[], []]);
  });

  it('knows amounts only with the module of quantity price lists', async () => {
    const { call } = await shopWithList('quantityPriceLists');
    const rule = { supplierPriceListID: 1, productID1: 3, price1: 1, amount1: 5 };
    expect((await call('saveSupplierPriceList', rule)).status).toMatchObject({
      errorCode: 1078,
      errorField: 'amount1',
    });
    const row = { supplierPriceListID: 1, productID: 3, price: 1, amount: 5 };
    expect((await call('addProductToSupplierPriceList', row)).status).toMatchObject({
      errorCode: 1078,
      errorField: 'amount',
    });
    const [list] = await listsOf(call);
    expect(list.pricelistRules).toEqual([
      { productID: 1, price: '4.5' },
      { productID: 2, price: '8' },
    ]);
    expect((await rowsOf(call))[0]).not.toHaveProperty('amount');
    const asked = await call('getProductsFromSupplierPriceLists', { productIDs: 1 });
    expect(asked.records[0]).not.toHaveProperty('productAmount');
  });

  it.each([
    ['getSupplierPriceLists', {}],
    ['saveSupplierPriceList', { name: 'x', supplierID: 1 }],
    ['addProductToSupplierPriceList', { supplierPriceListID: 1, productID: 3, price: 1 }],
    ['getProductsInSupplierPriceList', {}],
    ['getProductsFromSupplierPriceLists', { productIDs: 1 }],
    ['editProductInSupplierPriceList', { supplierPriceListProductID: 1, price: 1 }],
    ['deleteProductsFromSupplierPriceList', { supplierPriceListID: 1, supplierPriceListProductIDs: 1 }],
  ])('%s needs the module of supplier price lists', async (name, fields: Fields) => {
    const { call } = await shopWithList('supplierPriceLists');
    expect((await call(name, fields)).status).toMatchObject({ errorCode: 1006 });
  });
});

describe('getSupplierPriceLists', () => {
  async function lists() {
    const made = await shop();
    const { call, first, second } = made;
    await call('saveSupplierPriceList', { name: 'Spring', supplierID: first, startDate: '2026-03-01' });
    made.mock.clock.advance(60);
    const attribute = { attributeName1: 'a', attributeValue1: '1' };
    await call('saveSupplierPriceList', { name: 'Autumn', supplierID: second, active: 0, ...attribute });
    return made;
  }

  it.each<[Fields, number[]]>([
    [{ supplierPriceListID: 2 }, [2]],
    [{ name: 'aut' }, [2]],
    [{ name: 'umn' }, []],
    [{ supplierName: 'other' }, [2]],
    [{ supplierName: 'goods' }, []],
    [{ active: 0 }, [2]],
    [{ active: 1 }, [1]],
    [{ searchAttributeName: 'a', searchAttributeValue: '1' }, [2]],
    [{ changedSince: start + 1 }, [2]],
    [{ orderBy: 'name' }, [2, 1]],
    [{ orderBy: 'added', orderByDir: 'desc' }, [2, 1]],
    [{ orderByDir: 'DESC' }, [2, 1]],
    [{ recordsOnPage: 1, pageNo: 2 }, [2]],
  ])('%j finds %j', async (fields, expected) => {
    const { call } = await lists();
    const { records } = await call('getSupplierPriceLists', fields);
    expect(records.map((list: any) => list.supplierPriceListID)).toEqual(expected);
  });

  it('finds those of a supplier', async () => {
    const { call, second } = await lists();
    const { records } = await call('getSupplierPriceLists', { supplierID: second });
    expect(records.map((list: any) => list.supplierPriceListID)).toEqual([2]);
  });

  it('leaves the prices out where only headers are asked for', async () => {
    const { call } = await shopWithList();
    const { records } = await call('getSupplierPriceLists', { getHeadersOnly: 1 });
    expect(records[0]).not.toHaveProperty('pricelistRules');
  });

  it('refuses an order that it does not know, and an attribute as an array', async () => {
    const { call } = await lists();
    expect((await call('getSupplierPriceLists', { orderBy: 'price' })).status).toMatchObject({
      errorCode: 1016,
      errorField: 'orderBy',
    });
    const array = { 'searchAttributeName[]': 'a', searchAttributeValue: '1' };
    expect((await call('getSupplierPriceLists', array)).status).toMatchObject({ errorCode: 1030 });
  });
});

describe('getProductsFromSupplierPriceLists', () => {
  it('says what all suppliers ask for a product', async () => {
    const { call, first, second } = await shopWithList();
    const list = {
      name: 'Old',
      supplierID: second,
      active: 0,
      startDate: '2025-01-01',
      endDate: '2025-12-31',
    };
    await call('saveSupplierPriceList', { ...list, productID1: 1, price1: 3 });
    const ask = async (fields: Fields) =>
      (await call('getProductsFromSupplierPriceLists', { productIDs: '1,2', ...fields })).records;
    expect((await ask({ productIDs: 1 }))[1]).toEqual({
      ...{ productID: 1, productCode: 'p10', productPrice: 3, productAmount: 0, productSupplierCode: '' },
      ...{ productMasterPackQuantity: 0, productMinimumOrderQuantity: 0, productImportCode: '' },
      ...{ productCountryID: 0, productNotes: '', supplierID: second, supplierName: 'Other Goods' },
      ...{ supplierCode: 'CO', supplierIntegrationCode: '', priceListID: 2, priceListName: 'Old' },
      ...{ priceListStartDate: '2025-01-01', priceListEndDate: '2025-12-31', isActivePriceList: 0 },
      priceListProductID: 3,
    });
    const rows = async (fields: Fields) => (await ask(fields)).map((one: any) => one.priceListProductID);
    expect(await rows({})).toEqual([1, 3, 2]);
    expect(await rows({ activePriceList: 1 })).toEqual([1, 2]);
    expect(await rows({ activePriceList: 0 })).toEqual([3]);
    expect(await rows({ priceListStartDateFrom: '2025-01-02' })).toEqual([1, 2]);
    expect(await rows({ priceListStartDateTo: '2024-12-31' })).toEqual([1, 2]);
    expect(await rows({ priceListEndDateFrom: '2026-01-01' })).toEqual([1, 2]);
    expect(await rows({ priceListEndDateTo: '2025-12-31' })).toEqual([1, 3, 2]);
    expect((await ask({ productIDs: 1 }))[0].supplierID).toBe(first);
  });

  it('needs products', async () => {
    const { call } = await shop();
    expect((await call('getProductsFromSupplierPriceLists')).status).toMatchObject({
      errorCode: 1010,
      errorField: 'productIDs',
    });
  });
});
