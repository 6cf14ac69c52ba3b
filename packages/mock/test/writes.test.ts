import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from './ask.ts';

describe('saveProduct and deleteProduct', () => {
  it('create a product with what was given, and the rest unset', async () => {
    const { call } = await loggedIn(frozenMock());
    const saved = await call('saveProduct', {
      groupID: 3,
      name: 'Ünï "quoted"',
      priceWithVAT: 12.4,
      brandID: 1,
      attributeName1: 'size',
      attributeValue1: 'XL',
    });
    expect(saved.records).toEqual([{ productID: 601 }]);
    const [product] = (await call('getProducts', { productID: 601 })).records;
    expect(product).toMatchObject({
      name: 'Ünï "quoted"',
      groupID: 3,
      price: 10,
      priceWithVat: 12.4,
      status: 'ACTIVE',
      active: 1,
      type: 'PRODUCT',
      added: start,
      lastModified: 0,
      addedByUsername: 'demo',
      code: '',
      code3: null,
      netWeight: '',
      priorityGroupID: '0',
      attributes: [{ attributeName: 'size', attributeType: 'text', attributeValue: 'XL' }],
    });
  });

  it('change only what is named', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const [before] = (await call('getProducts', { productID: 5 })).records;
    mock.clock.advance(60);
    await call('saveProduct', { productID: 5, name: 'Renamed' });
    const [after] = (await call('getProducts', { productID: 5 })).records;
    expect(after).toEqual({
      ...before,
      name: 'Renamed',
      lastModified: start + 60,
      lastModifiedByUsername: 'demo',
    });
  });

  it('merge attributes, and delete one by the word null', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveProduct', {
      groupID: 1,
      attributeName1: 'a',
      attributeValue1: '1',
      attributeName2: 'b',
      attributeValue2: '2',
    });
    await call('saveProduct', {
      productID: 601,
      attributeName1: 'b',
      attributeValue1: 'null',
      attributeName2: 'c',
      attributeValue2: '3',
    });
    const [product] = (await call('getProducts', { productID: 601 })).records;
    expect(product.attributes.map((attribute: { attributeName: string }) => attribute.attributeName)).toEqual(
      ['a', 'c'],
    );
  });

  it('archive by status and by active alike', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveProduct', { productID: 1, active: 0 });
    await call('saveProduct', { productID: 2, status: 'ARCHIVED' });
    const archived = await call('getProducts', { productIDs: '1,2', status: 'ARCHIVED' });
    expect(archived.records).toHaveLength(2);
    expect(archived.records[0]).toMatchObject({ active: 0, status: 'ARCHIVED' });
    await call('saveProduct', { productID: 1, active: 1 });
    expect((await call('getProducts', { productID: 1, active: 1 })).records).toHaveLength(1);
  });

  it.each([
    ['a new product without a group', { name: 'x' }, 1010, 'groupID'],
    ['a group that does not exist', { groupID: 999 }, 1011, 'groupID'],
    ['a brand that does not exist', { groupID: 1, brandID: 999 }, 1011, 'brandID'],
    ['a product that does not exist', { productID: 9999, name: 'x' }, 1011, 'productID'],
    ['a price that is not a number', { groupID: 1, netPrice: 'cheap' }, 1014, 'netPrice'],
    ['a status that does not exist', { groupID: 1, status: 'GONE' }, 1016, 'status'],
    [
      'a component that does not exist',
      { groupID: 1, componentProductID1: 9999, componentAmount1: 1 },
      1011,
      'componentProductID1',
    ],
  ])('refuse %s', async (_name, fields, errorCode, errorField) => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    expect((await call('saveProduct', fields as never)).status).toMatchObject({ errorCode, errorField });
    expect(mock.account('100001').describe().tables.products).toBe(600);
  });

  it('delete a product without transactions, log it, and refuse one that has them', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    await call('saveProduct', { groupID: 1, name: 'Short-lived' });
    mock.clock.advance(5);
    expect((await call('deleteProduct', { productID: 601 })).status.errorCode).toBe(0);
    expect((await call('getProducts', { productID: 601 })).records).toEqual([]);
    const log = await call('getUserOperationsLog', { tableName: 'products', addedFrom: start + 5 });
    expect(log.status.recordsTotal).toBe('1');
    expect(log.records).toEqual([
      {
        logID: 1,
        userName: 'demo',
        timestamp: start + 5,
        tableName: 'products',
        itemID: 601,
        operation: 'delete',
      },
    ]);
    const [stocked] = (await call('getProductStock', { warehouseID: 1 })).records;
    expect((await call('deleteProduct', { productID: stocked.productID })).status.errorCode).toBe(1063);
    expect((await call('deleteProduct', { productID: 601 })).status).toMatchObject({
      errorCode: 1011,
      errorField: 'productID',
    });
    expect((await call('deleteProduct')).status).toMatchObject({ errorCode: 1010, errorField: 'productID' });
  });

  it('page the operations log oldest first', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const products = mock.account('100001').data('products');
    for (let productID = 1; productID <= 150; productID += 1) products.remove(productID);
    const first = await call('getUserOperationsLog', { tableName: 'products', recordsOnPage: 1000 });
    const second = await call('getUserOperationsLog', {
      tableName: 'products',
      recordsOnPage: 100,
      pageNo: 2,
    });
    const logged = [...first.records, ...second.records].map((entry: { itemID: number }) => entry.itemID);
    expect(logged).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    expect((await call('getUserOperationsLog', { tableName: 'nonsense' })).status).toMatchObject({
      errorCode: 1016,
      errorField: 'tableName',
    });
  });
});
