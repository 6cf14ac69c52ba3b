import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from '../../../test/ask.ts';

const idsOf = (records: readonly { productID: number }[]) => records.map(({ productID }) => productID);

describe('an assortment', () => {
  it('is made, renamed with its attributes kept, and deleted', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const made = await call('saveAssortment', { name: 'Kiosks', attributeName1: 'a', attributeValue1: '1' });
    expect(made.records).toEqual([{ assortmentID: 3 }]);
    mock.clock.advance(60);
    await call('saveAssortment', { assortmentID: 3, code: 'K' });
    const found = await call('getAssortments', { searchAttributeName: 'a', searchAttributeValue: '1' });
    expect(found.records).toEqual([
      {
        assortmentID: 3,
        code: 'K',
        name: 'Kiosks',
        added: start,
        lastModified: start + 60,
        attributes: [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }],
      },
    ]);
    expect((await call('deleteAssortment', { assortmentIDs: '3,99' })).records).toEqual([
      { deletedIDs: '3' },
    ]);
    expect((await call('getAssortments')).status.recordsTotal).toBe(2);
  });

  it('that a location has is not deleted, nor are others in the same request', async () => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('deleteAssortment', { assortmentIDs: '2,1' })).status.errorCode).toBe(1022);
    expect((await call('getAssortments')).status.recordsTotal).toBe(2);
  });

  it('is found at its locations', async () => {
    const { call } = await loggedIn(frozenMock());
    const { records } = await call('getWarehouses', { assortmentID: 1 });
    expect(records).toMatchObject([{ warehouseID: '2', assortmentID: 1 }]);
  });

  it('needs the module', async () => {
    const mock = frozenMock();
    mock.account('100001').setConfig({ modules: { assortments: false } });
    const { call } = await loggedIn(mock);
    for (const name of ['getAssortments', 'saveAssortment', 'deleteAssortment', 'getSellableProducts'])
      expect((await call(name)).status.errorCode, name).toBe(1006);
  });

  it.each([
    ['saveAssortment', {}, 1010, 'name'],
    ['saveAssortment', { assortmentID: 99, name: 'x' }, 1011, 'assortmentID'],
    ['saveWarehouse', { warehouseID: 1, assortmentID: 99 }, 1011, 'assortmentID'],
    ['getAssortmentProducts', { assortmentID: 99 }, 1011, 'assortmentID'],
    ['addAssortmentProducts', { assortmentID: 99, productIDs: '1' }, 1011, 'assortmentID'],
    ['addAssortmentProducts', { assortmentID: 1, productIDs: '1', status: 'GONE' }, 1016, 'status'],
    ['getSellableProducts', { warehouseID: 99 }, 1011, 'warehouseID'],
    ['getSellableProducts', { warehouseID: 1 }, 1136, undefined],
  ])('%s refuses %o', async (name, fields, errorCode, errorField) => {
    const { call } = await loggedIn(frozenMock());
    const { status } = await call(name, fields as never);
    expect([status.errorCode, status.errorField ?? undefined]).toEqual([errorCode, errorField]);
  });
});

describe('products of an assortment', () => {
  it('are added, given another status and taken out; what does not fit is reported', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveAssortment', { name: 'Kiosks' });
    const assortmentID = 3;
    const add = (productIDs: string) => call('addAssortmentProducts', { assortmentID, productIDs });
    expect((await add('1,2,3,3')).records).toEqual([{ productsAlreadyInAssortment: '', nonExistingIDs: '' }]);
    expect((await add('3,9999')).records).toEqual([
      { productsAlreadyInAssortment: '3', nonExistingIDs: '9999' },
    ]);
    const status = 'NOT_FOR_SALE';
    const edited = await call('editAssortmentProducts', { assortmentID, productIDs: '2,4', status });
    expect(edited.records).toEqual([{ productsNotInAssortment: '4' }]);
    const removed = await call('removeAssortmentProducts', { assortmentID, productIDs: '1,4' });
    expect(removed.records).toEqual([{ deletedIDs: '1', productsNotInAssortment: '4' }]);
    expect((await call('getAssortmentProducts', { assortmentID })).records).toEqual([
      { productID: 2, status: 'NOT_FOR_SALE' },
      { productID: 3, status: 'ACTIVE' },
    ]);
    const second = await call('getAssortmentProducts', { assortmentID, recordsOnPage: 1, pageNo: 2 });
    expect(second.records).toEqual([{ productID: 3, status: 'ACTIVE' }]);
    expect(second.status.recordsTotal).toBe(2);
  });

  it('come a thousand at a time', async () => {
    const { call } = await loggedIn(frozenMock({ products: 1200 }));
    const productIDs = Array.from({ length: 1100 }, (_, index) => index + 1).join();
    await call('addAssortmentProducts', { assortmentID: 1, productIDs });
    expect((await call('getAssortmentProducts', { assortmentID: 1 })).records).toHaveLength(1000);
  });

  it('are gone with the product', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    await call('saveAssortment', { name: 'Kiosks' });
    await call('addAssortmentProducts', { assortmentID: 3, productIDs: '1,2' });
    mock.account('100001').data('products').remove(1);
    expect(idsOf((await call('getAssortmentProducts', { assortmentID: 3 })).records)).toEqual([2]);
  });

  it('are sellable when both the card and the assortment say so', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const data = mock.account('100001').data('products');
    const statuses = ['ACTIVE', 'NO_LONGER_ORDERED', 'NOT_FOR_SALE', 'ACTIVE'];
    for (const [index, status] of statuses.entries()) data.update(index + 1, { status });
    await call('saveAssortment', { name: 'Kiosks' });
    await call('addAssortmentProducts', { assortmentID: 3, productIDs: '1,2,3' });
    await call('addAssortmentProducts', { assortmentID: 3, productIDs: '4', status: 'ARCHIVED' });
    mock.account('100001').data('warehouses').update(1, { assortmentID: 3 });
    expect((await call('getSellableProducts', { warehouseID: 1 })).records).toEqual([
      { productID: 1 },
      { productID: 2 },
    ]);
  });

  it('are not listed when there are more than 10,000 of them', async () => {
    const { call } = await loggedIn(frozenMock({ products: 10_200 }));
    const ids = Array.from({ length: 10_100 }, (_, index) => index + 1);
    for (const part of [ids.slice(0, 5100), ids.slice(5100)])
      await call('addAssortmentProducts', { assortmentID: 1, productIDs: part.join() });
    expect((await call('getSellableProducts', { warehouseID: 2 })).status.errorCode).toBe(1137);
  });
});
