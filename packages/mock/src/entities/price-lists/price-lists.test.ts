import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** An empty shop with products 1 to 3, of which nobody knows a price list. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  for (const price of [10, 20, 30]) account.data('products').insert({ groupID: 1, price });
  return { mock, account, ...(await loggedIn(mock)) };
}

type Call = Awaited<ReturnType<typeof shop>>['call'];

const rulesOf = async (call: Call, pricelistID = 1) =>
  (await call('getPriceLists', { pricelistID })).records[0].pricelistRules;

const rowsOf = async (call: Call, priceListID = 1) =>
  (await call('getProductsInPriceList', { priceListID })).records;

const ids = (records: { pricelistID: number }[]) => records.map((list) => list.pricelistID);

describe('savePriceList', () => {
  it('makes a list with rules, and reports which it could not store', async () => {
    const { call } = await shop();
    const saved = await call('savePriceList', {
      name: 'Sale',
      startDate: '2026-05-01',
      ...{ type1: 'PRODUCT', id1: 1, price1: 8.5, amount1: 10 },
      ...{ type2: 'PRODGROUP', id2: 1, discountPercent2: 12.5 },
      ...{ type3: 'PRODUCT', id3: 999, price3: 1 },
      ...{ type4: 'SERVICE', id4: 7, price4: 1 },
    });
    expect(saved.records).toEqual([
      {
        pricelistID: 1,
        itemsNotAddedToPriceList: [
          { type: 'PRODUCT', id: 999 },
          { type: 'SERVICE', id: 7 },
        ],
      },
    ]);
    expect((await call('getPriceLists')).records).toEqual([
      {
        pricelistID: 1,
        name: 'Sale',
        startDate: '2026-05-01',
        endDate: '0000-00-00',
        active: '1',
        type: 'BASE_PRICE_LIST',
        added: start,
        addedByUserName: 'demo',
        lastModified: 0,
        lastModifiedByUserName: '',
        pricelistRules: [
          { type: 'PRODUCT', id: 1, price: '8.5', amount: 10 },
          { type: 'PRODGROUP', id: 1, discountPercent: '12.5' },
        ],
      },
    ]);
  });

  it('merges rules: those it names are replaced, others stay', async () => {
    const { call } = await shop();
    const first = { type1: 'PRODUCT', id1: 1, price1: 8, type2: 'PRODGROUP', id2: 1, discountPercent2: 5 };
    await call('savePriceList', { name: 'Sale', ...first });
    const second = { type1: 'PRODUCT', id1: 1, price1: 7, type2: 'PRODUCT', id2: 2, price2: 15 };
    await call('savePriceList', { pricelistID: 1, ...second });
    await call('savePriceList', { pricelistID: 1, type1: 'PRODGROUP', id1: 1, discountPercent1: 6 });
    expect(await rulesOf(call)).toEqual([
      { type: 'PRODUCT', id: 1, price: '7', amount: 0 },
      { type: 'PRODUCT', id: 2, price: '15', amount: 0 },
      { type: 'PRODGROUP', id: 1, discountPercent: '6' },
    ]);
  });

  it('keeps one price of a product for each amount', async () => {
    const { call } = await shop();
    await call('savePriceList', { name: 'Sale', type1: 'PRODUCT', id1: 1, price1: 8 });
    const more = { type1: 'PRODUCT', id1: 1, price1: 6, amount1: 10 };
    await call('savePriceList', { pricelistID: 1, ...more });
    await call('savePriceList', { pricelistID: 1, ...more, price1: 5 });
    expect((await rulesOf(call)).map((rule: any) => [rule.price, rule.amount])).toEqual([
      ['8', 0],
      ['5', 10],
    ]);
  });

  it('leaves the rules alone when it only names the head, and touches nothing else of that', async () => {
    const { mock, call } = await shop();
    const rule = { type1: 'PRODUCT', id1: 1, price1: 8, type2: 'PRODGROUP', id2: 1, discountPercent2: 5 };
    await call('savePriceList', { name: 'Sale', endDate: '2026-12-31', ...rule });
    const [before] = (await call('getPriceLists')).records;
    mock.clock.advance(60);
    const attribute = { attributeName1: 'a', attributeValue1: '1' };
    await call('savePriceList', { pricelistID: 1, active: 0, ...attribute });
    expect((await call('getPriceLists')).records).toEqual([
      {
        ...before,
        active: '0',
        lastModified: start + 60,
        lastModifiedByUserName: 'demo',
        attributes: [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }],
      },
    ]);
  });

  it.each<[string, Fields, number, string]>([
    ['a new list without a name', {}, 1010, 'name'],
    ['a list that does not exist', { pricelistID: 9 }, 1011, 'pricelistID'],
    ['a price without a number', { name: 'x', type1: 'PRODUCT', id1: 1 }, 1010, 'price1'],
    ['a discount without a number', { name: 'x', type1: 'PRODGROUP', id1: 1 }, 1010, 'discountPercent1'],
    ['a rule without an ID', { name: 'x', type1: 'PRODUCT', price1: 1 }, 1010, 'id1'],
    ['a negative price', { name: 'x', type1: 'PRODUCT', id1: 1, price1: -1 }, 1014, 'price1'],
    ['a rule of no type', { name: 'x', type1: 'BRAND', id1: 1 }, 1016, 'type1'],
    ['a list of no type', { name: 'x', type: 'FLYER' }, 1016, 'type'],
  ])('refuses %s and saves nothing', async (_name, fields, errorCode, errorField) => {
    const { call } = await shop();
    expect((await call('savePriceList', fields)).status).toMatchObject({ errorCode, errorField });
    expect((await call('getPriceLists')).records).toEqual([]);
  });
});

describe('getPriceLists', () => {
  async function lists() {
    const made = await shop();
    const saved = [
      { name: 'Summer sale', startDate: '2026-06-01', endDate: '2026-08-31' },
      { name: 'Summer club', active: 0 },
      { name: 'Winter', startDate: '2026-12-01', type: 'STORE_PRICE_LIST' },
    ];
    for (const fields of saved) await made.call('savePriceList', fields as Fields);
    return made;
  }

  it.each<[Fields, number[]]>([
    [{ pricelistID: 2 }, [2]],
    [{ priceListIDs: '3,1,99' }, [1, 3]],
    [{ name: 'summer' }, [1, 2]],
    [{ name: 'mmer' }, []],
    [{ active: 0 }, [2]],
    [{ active: 1 }, [1, 3]],
    [{ types: 'STORE_PRICE_LIST' }, [3]],
    [{ types: 'STORE_PRICE_LIST,BASE_PRICE_LIST' }, [1, 2, 3]],
    [{ startDateFrom: '2026-07-01' }, [2, 3]],
    [{ startDateTo: '2026-06-01' }, [1, 2]],
    [{ endDateFrom: '2026-08-31' }, [1, 2, 3]],
    [{ endDateFrom: '2026-09-01' }, [2, 3]],
    [{ endDateTo: '2026-08-30' }, [2, 3]],
    [{ changedSince: start }, [1, 2, 3]],
    [{ changedSince: start + 1 }, []],
    [{ recordsOnPage: 2, pageNo: 2 }, [3]],
  ])('answers %o with %o', async (fields, expected) => {
    const { call } = await lists();
    expect(ids((await call('getPriceLists', fields)).records)).toEqual(expected);
  });

  it('answers the lists of a location, wherever it names them', async () => {
    const { account, call } = await lists();
    account.data('warehouses').update(1, { pricelistID: 3, pricelistID5: 1 });
    expect(ids((await call('getPriceLists', { warehouseID: 1 })).records)).toEqual([1, 3]);
    expect(ids((await call('getPriceLists', { warehouseID: 9 })).records)).toEqual([]);
  });

  it('leaves out rules for getHeadersOnly, and what belongs to modules that the account does not have', async () => {
    const { account, call } = await lists();
    const [head] = (await call('getPriceLists', { pricelistID: 1, getHeadersOnly: 1 })).records;
    expect(head).not.toHaveProperty('pricelistRules');
    await call('savePriceList', { pricelistID: 1, type1: 'PRODUCT', id1: 1, price1: 8 });
    account.setConfig({ modules: { priceListTypes: false, quantityPriceLists: false } });
    const [list] = (await call('getPriceLists', { pricelistID: 1 })).records;
    expect(list).not.toHaveProperty('type');
    expect(list.pricelistRules).toEqual([{ type: 'PRODUCT', id: 1, price: '8' }]);
    const typed = await call('getPriceLists', { types: 'STORE_PRICE_LIST' });
    expect(typed.status.errorCode).toBe(1006);
    const rule = { type1: 'PRODUCT', id1: 1, price1: 8, amount1: 5 };
    const refused = await call('savePriceList', { pricelistID: 1, ...rule });
    expect(refused.status).toMatchObject({ errorCode: 1078, errorField: 'amount1' });
    const type = await call('savePriceList', { pricelistID: 1, type: 'BASE_PRICE_LIST' });
    expect(type.status).toMatchObject({ errorCode: 1028, errorField: 'type' });
  });
});

describe('rows of a price list', () => {
  it('are added, edited and deleted, and each time the list counts as edited', async () => {
    const { mock, call } = await shop();
    await call('savePriceList', { name: 'Sale' });
    const lastModified = async () => (await call('getPriceLists')).records[0].lastModified;
    mock.clock.advance(10);
    const added = await call('addProductToPriceList', { priceListID: 1, productID: 2, price: 15 });
    expect(added.records).toEqual([{ priceListProductID: 1 }]);
    expect(await lastModified()).toBe(start + 10);
    const none = { subsidy: 0, subsidyTypeID: 0, page: 0, positionOnPage: 0, forecastUnits: 0 };
    const row = { priceListProductID: 1, productID: 2, price: 15, amount: 0, ...none };
    expect(await rowsOf(call)).toEqual([row]);

    mock.clock.advance(10);
    const edit = { priceListProductID: 1, price: 14.25, subsidy: 0.5, page: 3 };
    expect((await call('editProductInPriceList', edit)).records).toEqual([{ priceListProductID: 1 }]);
    expect(await lastModified()).toBe(start + 20);
    expect(await rowsOf(call)).toEqual([{ ...row, price: 14.25, subsidy: 0.5, page: 3 }]);
    expect(await rulesOf(call)).toEqual([{ type: 'PRODUCT', id: 2, price: '14.25', amount: 0 }]);

    mock.clock.advance(10);
    const gone = await call('deleteProductInPriceList', { priceListID: 1, priceListProductIDs: '5,1,1' });
    expect(gone.records).toEqual([{ deletedIDs: '1', nonExistingIDs: '5' }]);
    expect(await lastModified()).toBe(start + 30);
    expect(await rowsOf(call)).toEqual([]);
    const log = await call('getUserOperationsLog', { tableName: 'pricelistProducts' });
    expect(log.records).toMatchObject([{ itemID: 1, timestamp: start + 30, tableName: 'pricelistProducts' }]);
  });

  it('of another list are none of its own', async () => {
    const { call } = await shop();
    for (const name of ['One', 'Two']) await call('savePriceList', { name });
    await call('addProductToPriceList', { priceListID: 1, productID: 1, price: 1 });
    const gone = await call('deleteProductInPriceList', { priceListID: 2, priceListProductIDs: '1' });
    expect(gone.records).toEqual([{ deletedIDs: '', nonExistingIDs: '1' }]);
    expect(await rowsOf(call)).toHaveLength(1);
  });

  it('come in pages of up to 1000', async () => {
    const { call } = await loggedIn(frozenMock());
    const page = { priceListID: 1, recordsOnPage: 20, pageNo: 2 };
    const { status, records } = await call('getProductsInPriceList', page);
    expect([status.recordsTotal, records.length, records[0].priceListProductID]).toEqual([30, 10, 21]);
    expect((await call('getProductsInPriceList', { priceListID: 1 })).records).toHaveLength(20);
  });

  it('hide what belongs to modules that the account does not have, and cannot be saved with it', async () => {
    const { account, call } = await shop();
    await call('savePriceList', { name: 'Sale', type1: 'PRODUCT', id1: 1, price1: 8 });
    account.setConfig({ modules: { quantityPriceLists: false, priceListSubsidy: false } });
    expect(await rowsOf(call)).toEqual([{ priceListProductID: 1, productID: 1, price: 8 }]);
    const row = { priceListID: 1, productID: 2, price: 1 };
    const refused = async (fields: Fields) =>
      (await call('addProductToPriceList', { ...row, ...fields })).status;
    expect(await refused({ amount: 1 })).toMatchObject({ errorCode: 1078, errorField: 'amount' });
    expect(await refused({ subsidy: 1 })).toMatchObject({ errorCode: 1028, errorField: 'subsidy' });
  });

  it.each<[string, string, Fields, number, string | undefined]>([
    ['addProductToPriceList', 'a list', { priceListID: 9, productID: 2, price: 1 }, 1011, 'priceListID'],
    ['addProductToPriceList', 'a product', { priceListID: 1, productID: 9, price: 1 }, 1011, 'productID'],
    ['addProductToPriceList', 'a price of less', { priceListID: 1, productID: 2, price: -1 }, 1014, 'price'],
    ['addProductToPriceList', 'the same again', { priceListID: 1, productID: 1, price: 1 }, 1026, undefined],
    ['editProductInPriceList', 'a row', { priceListProductID: 9 }, 1011, 'priceListProductID'],
    ['editProductInPriceList', 'another amount', { priceListProductID: 2, amount: 0 }, 1026, undefined],
    ['editProductInPriceList', 'less', { priceListProductID: 1, subsidy: -1 }, 1014, 'subsidy'],
    ['deleteProductInPriceList', 'a list', { priceListID: 9, priceListProductIDs: '1' }, 1011, 'priceListID'],
    ['getProductsInPriceList', 'a list', { priceListID: 9 }, 1011, 'priceListID'],
  ])('are refused by %s: %s', async (request, _name, fields, errorCode, errorField) => {
    const { call } = await shop();
    const two = { type1: 'PRODUCT', id1: 1, price1: 8, type2: 'PRODUCT', id2: 1, price2: 7, amount2: 5 };
    await call('savePriceList', { name: 'Sale', ...two });
    const { status } = await call(request, fields);
    expect([status.errorCode, status.errorField ?? undefined]).toEqual([errorCode, errorField]);
    expect(await rowsOf(call)).toHaveLength(2);
  });

  it('are changed by those only who may edit price lists', async () => {
    const { account, call } = await shop();
    await call('savePriceList', { name: 'Sale', type1: 'PRODUCT', id1: 1, price1: 8 });
    account.data('users').update(1, { rights: { view: true, add: true, edit: false, delete: true } });
    const add = await call('addProductToPriceList', { priceListID: 1, productID: 2, price: 1 });
    expect(add.status.errorCode).toBe(1062);
    const remove = { priceListID: 1, priceListProductIDs: '1' };
    expect((await call('deleteProductInPriceList', remove)).status.errorCode).toBe(1062);
  });

  it('go with their product and with their list', async () => {
    const { call } = await shop();
    const rules = { type1: 'PRODUCT', id1: 1, price1: 8, type2: 'PRODUCT', id2: 2, price2: 9 };
    for (const name of ['One', 'Two']) await call('savePriceList', { name, ...rules });
    await call('deleteProduct', { productID: 1 });
    expect((await rowsOf(call)).map((row: any) => row.productID)).toEqual([2]);
    await call('deletePriceList', { priceListIDs: '1' });
    const left = await call('getProductPricesInPriceLists', { productIDs: '1,2' });
    expect(left.records.map((row: any) => [row.productID, row.pricelistID])).toEqual([[2, 2]]);
  });
});

describe('deletePriceList', () => {
  it('deletes lists that nobody has, and logs it', async () => {
    const { mock, call } = await shop();
    for (const name of ['One', 'Two', 'Three']) await call('savePriceList', { name });
    mock.clock.advance(5);
    expect((await call('deletePriceList', { priceListIDs: '3,1,99' })).records).toEqual([
      { deletedIDs: '3,1' },
    ]);
    expect(ids((await call('getPriceLists')).records)).toEqual([2]);
    const log = await call('getUserOperationsLog', { tableName: 'priceLists' });
    expect(log.records.map((entry: any) => [entry.itemID, entry.timestamp])).toEqual([
      [3, start + 5],
      [1, start + 5],
    ]);
  });

  it('refuses all when a location has one of them, unless it is to be taken from there', async () => {
    const { account, call } = await shop();
    for (const name of ['One', 'Two']) await call('savePriceList', { name });
    account.data('warehouses').update(1, { pricelistID: 1, pricelistID4: 2 });
    expect((await call('deletePriceList', { priceListIDs: '1' })).status.errorCode).toBe(1022);
    expect((await call('getPriceLists')).records).toHaveLength(2);
    account
      .data('users')
      .update(1, { rights: { view: true, add: true, edit: ['priceLists'], delete: true } });
    const detaching = { priceListIDs: '1', deleteAllAssociations: 1 };
    expect((await call('deletePriceList', detaching)).status.errorCode).toBe(1063);
    account.data('users').update(1, { rights: { view: true, add: true, edit: true, delete: true } });
    expect((await call('deletePriceList', detaching)).records).toEqual([{ deletedIDs: '1' }]);
    const [warehouse] = (await call('getWarehouses')).records;
    expect(warehouse).toMatchObject({ pricelistID: '0', pricelistID4: 2 });
  });
});
