import { describe, expect, it } from 'vitest';
import type * as z from 'zod';

import { type AnyCall, calls, wireOf } from '@erply-kit/schemas';

import { type Fields, frozenMock, loggedIn } from './ask.ts';

/** What is wrong for an input of a codec, and the code that says so. */
const wrong: Readonly<Record<string, readonly [string, number]>> = {
  integer: ['1.5', 1014],
  decimal: ['1,5', 1014],
  unixSeconds: ['yesterday', 1014],
  flag: ['2', 1016],
  isoDate: ['31.12.2026', 1014],
  idList: ['1;2', 1014],
  checkedIDList: ['1;2', 1029],
  oneOf: ['nothing', 1016],
  someOf: ['nothing', 1016],
  language: ['xyz', 1195],
};

const paging = ['recordsOnPage', 'pageNo', 'recordOffset'];

/** Every input of every call that can be wrong, with the names that are on the wire. */
const inputs = Object.values(calls as Record<string, AnyCall>).flatMap((call) =>
  Object.entries(call.input() as Record<string, z.ZodType>).flatMap(([input, schema]) => {
    const codec = wireOf(schema)?.name ?? '';
    const isUnserved = (call.unserved?.inputs as readonly string[] | undefined)?.includes(input);
    return isUnserved || paging.includes(input) ? [] : [{ call, input, codec }];
  }),
);

/** Required inputs of a call, each with a value that is right. */
const right: Readonly<Record<string, Fields>> = {
  getUserOperationsLog: { tableName: 'products' },
  saveProduct: { groupID: 1 },
  deletePriceList: { priceListIDs: '4' },
  getProductsInPriceList: { priceListID: 1 },
  addProductToPriceList: { priceListID: 4, productID: 1, price: 1 },
  editProductInPriceList: { priceListProductID: 1 },
  deleteProductInPriceList: { priceListID: 1, priceListProductIDs: '1' },
  deleteProduct: { productID: 1 },
  switchUser: { cardCode: '1' },
  verifyIdentityToken: { jwt: 'x' },
  deleteProductGroup: { productGroupID: 1 },
  deleteSupplier: { supplierID: 13 },
  deleteSupplierGroup: { supplierGroupID: 1 },
  saveConfParameter: { parameterName: 'timezone', parameterValue: 'UTC' },
  deleteLocationInWarehouse: { locationInWarehouseIDs: '1' },
  deleteProductPackage: { packageIDs: '1' },
  addItemToMatrixDimension: { dimensionID: 1 },
  editItemInMatrixDimension: { itemID: 1 },
  deleteMatrixDimension: { dimensionID: 1 },
  deleteAssortment: { assortmentIDs: '1' },
  getAssortmentProducts: { assortmentID: 1 },
  addAssortmentProducts: { productIDs: '1', assortmentID: 1 },
  editAssortmentProducts: { productIDs: '1', assortmentID: 1, status: 'ACTIVE' },
  removeAssortmentProducts: { productIDs: '1', assortmentID: 1 },
  getSellableProducts: { warehouseID: 1 },
  switchPosStoreQuickButton: { warehouseID: 1 },
  changePassword: { oldPassword: 'x', newPassword: 'y' },
  getReservedStock: { warehouseID: 1 },
  deleteInventoryRegistration: { inventoryRegistrationID: 1 },
  deleteInventoryTransfer: { inventoryTransferID: 1 },
  deleteInventoryWriteOff: { inventoryWriteOffID: 1 },
};

describe('an input of the wrong type or value', () => {
  const checked = inputs.filter(({ codec }) => codec in wrong);

  it.each(checked.map(({ call, input, codec }) => [call.name, input, codec] as const))(
    'of %s is refused: %s as %s',
    async (name, input, codec) => {
      const { call } = await loggedIn(frozenMock());
      const [value, errorCode] = wrong[codec] ?? ['', 0];
      expect((await call(name, { ...right[name], [input]: value })).status).toMatchObject({
        errorCode,
        errorField: input,
      });
    },
  );
});

describe('an input', () => {
  it('that is an array is refused with 1030, in every call', async () => {
    const { call } = await loggedIn(frozenMock());
    for (const { call: definition, input, codec } of inputs) {
      if (codec === 'rows' || codec === 'perNumber') continue;
      const { status } = await call(definition.name, { ...right[definition.name], [`${input}[]`]: 1 });
      expect([definition.name, status.errorCode, status.errorField]).toEqual([definition.name, 1030, input]);
    }
  });

  it('that is required and missing is refused with 1010', async () => {
    const { call } = await loggedIn(frozenMock());
    for (const [name, fields] of Object.entries(right)) {
      for (const input of Object.keys(fields)) {
        const { [input]: _, ...others } = fields;
        expect((await call(name, others)).status).toMatchObject({ errorCode: 1010, errorField: input });
        expect((await call(name, { ...others, [input]: '' })).status).toMatchObject({ errorCode: 1010 });
      }
    }
  });

  it('that contradicts another is refused with 1013, and one that needs another with 1010', async () => {
    const { call } = await loggedIn(frozenMock());
    const both = { changedSince: 1, date: '2026-01-01', warehouseID: 1 };
    expect((await call('getProductStock', both)).status.errorCode).toBe(1013);
    expect(
      (await call('getProducts', { getProductsFor: 'SALES', warehouseID: 1, active: 1 })).status.errorCode,
    ).toBe(1013);
    expect((await call('getWarehouses', { searchAttributeName: 'a' })).status).toMatchObject({
      errorCode: 1010,
      errorField: 'searchAttributeValue',
    });
  });

  it('that lists more than 10,000 IDs is refused with 1162', async () => {
    const { call } = await loggedIn(frozenMock());
    const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1).join();
    expect((await call('getProducts', { productIDs: ids(10_000) })).status.errorCode).toBe(0);
    expect((await call('getProducts', { productIDs: ids(10_001) })).status).toMatchObject({
      errorCode: 1162,
      errorField: 'productIDs',
    });
  });

  it('that is empty was not filled in', async () => {
    const { call } = await loggedIn(frozenMock());
    const plain = await call('getProducts');
    expect(
      await call('getProducts', { productID: '', status: '', changedSince: '', getFields: '', lang: '' }),
    ).toEqual(plain);
  });

  it('is judged in the order of the definition, and the first that is wrong is named', async () => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('getProducts', { orderBy: 'x', productID: 'x' })).status.errorField).toBe('productID');
  });
});
