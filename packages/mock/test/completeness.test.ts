import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { type AnyCall, calls, languages, recordOf, status, wireOf } from '@erply-kit/schemas';

import { type Fields, frozenMock, loggedIn } from './ask.ts';

/** Input with which a call has something to answer, where it needs any. */
const inputs: Readonly<Record<string, Fields>> = {
  getUserOperationsLog: { tableName: 'products' },
  saveProduct: { groupID: 1, name: 'New' },
  deleteProduct: { productID: 1 },
  getProductGroups: { getAllLanguages: 1 },
  getProducts: {
    getAllLanguages: 1,
    getProductReplacementHistory: 1,
    recordsOnPage: 1000,
    getStockInfo: 1,
    getMatrixVariations: 1,
    getRecipes: 1,
    getRelatedFiles: 1,
    getPriceListPrices: 1,
    getPriceCalculationSteps: 1,
    warehouseID: 2,
    getPackageInfo: 1,
    getContainerInfo: 1,
    getReplacementProducts: 1,
    getRelatedProducts: 1,
    getPackagingMaterials: 1,
    getFIFOCost: 1,
    getParameters: 1,
  },
  getProductStock: {
    warehouseID: 1,
    getAmountReserved: 1,
    getSuggestedPurchasePrice: 1,
    getAveragePrices: 1,
    getFirstPurchaseDate: 1,
    getLastPurchaseDate: 1,
    getLastSoldDate: 1,
    getReorderPoints: 1,
  },
  syncTotalProductStock: { getAmountReserved: 1 },
  getReservedStock: { warehouseID: 1 },
  getInventoryRegistrations: { getCost: 1 },
  getInventoryTransfers: { getCost: 1 },
  getInventoryWriteOffs: { getCost: 1 },
  saveInventoryRegistration: { warehouseID: 1, productID1: 1, amount1: 2 },
  saveInventoryTransfer: { warehouseFromID: 1, warehouseToID: 2, productID1: 1, amount1: 2 },
  saveInventoryWriteOff: { warehouseID: 1, reasonID: 1, productID1: 1, amount1: 2 },
  deleteInventoryRegistration: { inventoryRegistrationID: 1 },
  deleteInventoryTransfer: { inventoryTransferID: 1 },
  deleteInventoryWriteOff: { inventoryWriteOffID: 1 },
  verifyUser: { username: 'demo', password: 'demouser' },
  switchUser: { cardCode: '4711' },
  changePassword: { oldPassword: 'demouser', newPassword: 'Longer4711' },
  getSuppliers: { responseMode: 'detail' },
  saveBrand: { name: 'New' },
  savePriceList: { name: 'New', type1: 'PRODUCT', id1: 9999, price1: 1 },
  deletePriceList: { priceListIDs: '4' },
  getProductsInPriceList: { priceListID: 1 },
  addProductToPriceList: { priceListID: 4, productID: 1, price: 1 },
  editProductInPriceList: { priceListProductID: 1, price: 1 },
  deleteProductInPriceList: { priceListID: 1, priceListProductIDs: '1,999' },
  getProductPricesInPriceLists: { changedSince: 1 },
  getProductPrices: { productIDs: '1,2', warehouseID: 2, getPriceCalculationSteps: 1 },
  saveProductPicture: { productID: 1, picture: '/9j/4AAQ', filename: 'a.jpg' },
  deleteProductPicture: { productPictureID: 1 },
  saveProductFile: { productID: 1, file: 'JVBERi0x', filename: 'a.pdf' },
  deleteProductFile: { productID: 1 },
  saveProductCategory: { name: 'New' },
  saveProductGroup: { name: 'New' },
  deleteProductGroup: { productGroupID: 1 },
  saveProductPriorityGroup: { name: 'New' },
  saveProductUnit: { name: 'New' },
  saveVatRate: { name: 'New', rate: 5 },
  saveSupplier: { companyName: 'New' },
  deleteSupplier: { supplierID: 13 },
  saveSupplierGroup: { name: 'New' },
  deleteSupplierGroup: { supplierGroupID: 4 },
  saveWarehouse: { name: 'New' },
  saveConfParameter: { parameterName: 'timezone', parameterValue: 'UTC' },
  getChangedDataSince: { changedSince: 1 },
  saveLocationInWarehouse: { name: 'New' },
  deleteLocationInWarehouse: { locationInWarehouseIDs: '1,999' },
  saveProductPackage: { productID: 1, packageTypeID: 1, packageAmount: 6 },
  deleteProductPackage: { packageIDs: '1,999' },
  saveMatrixDimension: { name: 'New' },
  addItemToMatrixDimension: { dimensionID: 1, name: 'New' },
  editItemInMatrixDimension: { itemID: 1, name: 'New' },
  deleteMatrixDimension: { dimensionID: 3 },
  saveAssortment: { name: 'New' },
  deleteAssortment: { assortmentIDs: '2,999' },
  getAssortmentProducts: { assortmentID: 1 },
  addAssortmentProducts: { assortmentID: 1, productIDs: '1,2,3,999' },
  editAssortmentProducts: { assortmentID: 1, productIDs: '1,2,3,999', status: 'ARCHIVED' },
  removeAssortmentProducts: { assortmentID: 1, productIDs: '1,2,3,999' },
  getSellableProducts: { warehouseID: 2 },
  saveGiftCard: { code: '1' },
  switchPosStoreQuickButton: { productID1: 1, productID2: 2, warehouseID: 2 },
  switchPosGlobalQuickButton: { productID1: 1, productID2: 2 },
};

const attributes = [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }];
const image = { pictureID: 1, thumbURL: 'u', smallURL: 'u', largeURL: 'u' };

/** Data that no shop begins with, for fields that are absent without it. */
const additions: Readonly<Record<string, Record<string, unknown>>> = {
  suppliers: { attributes },
  users: { cardCode: '4711' },
  warehouses: {
    attributes,
    stateGroup: 'North',
    storeRegionID: 1,
    assortmentID: 1,
    onlineAppointmentsEnabled: 1,
  },
  productCategories: { attributes },
  vatRates: {
    attributes,
    ZIPCode: '10001',
    category: 'Food',
    state: 'S',
    county: 'C',
    city: 'T',
    components: [{ componentID: 1, type: 'STATE', name: 'S', rate: 4.5 }],
  },
  confParameters: {
    default_client_idDat: 1,
    additionalModules: [{ name: 'm', enabled: 1 }],
    langs: languages.join(),
  },
  assortments: { attributes },
  productGroups: { attributes, images: [image], vatrates: [{ warehouseID: 1, vatrateID: 2 }] },
  priceLists: { attributes },
  productPictures: { hash: 'h', tenant: 't' },
  inventoryRegistrations: { attributes },
  inventoryTransfers: { attributes },
  inventoryWriteOffs: { attributes },
  products: {
    containerID: 2,
    code5: '5',
    code6: '6',
    code7: '7',
    code8: '8',
    longAttributes: [{ attributeName: 'l', attributeValue: 'long' }],
    isLotProduct: 1,
    shelfLifeDays: 5,
    revenueAccount: '4000',
  },
};

/** Checks a printed value against the wire type of its definition, all the way down. */
function checkWire(schema: z.ZodType, value: unknown, path: string): void {
  if (schema instanceof z.ZodOptional) {
    if (value !== undefined) checkWire(schema.unwrap() as z.ZodType, value, path);
    return;
  }
  const wire = wireOf(schema);
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    for (const [name, field] of Object.entries(shape))
      checkWire(field, (value as Record<string, unknown>)[name], `${path}.${name}`);
  } else if (schema instanceof z.ZodArray) {
    expect(Array.isArray(value), path).toBe(true);
    for (const item of value as unknown[]) checkWire(schema.element as z.ZodType, item, `${path}[]`);
  } else if (schema instanceof z.ZodRecord) {
    for (const item of Object.values(value as object))
      checkWire(schema.valueType as z.ZodType, item, `${path}{}`);
  } else if (wire !== undefined) {
    const isUnset = wire.unset !== undefined && value === wire.unset;
    expect(
      isUnset || typeof value === wire.type,
      `${path} is ${JSON.stringify(value)}, not ${wire.name}`,
    ).toBe(true);
  }
}

describe.each(Object.entries(calls) as [string, AnyCall][])('%s', (name, call) => {
  it('is answered, and the answer has the keys, wire types and documented types of its definition', async () => {
    const mock = frozenMock();
    const { call: ask } = await loggedIn(mock);
    for (const [table, values] of Object.entries(additions))
      mock.account('100001').data(table).update(1, values);
    mock.account('100001').data('supplierGroups').insert({ name: 'Empty' });
    mock.account('100001').data('products').insert({ groupID: 1 });
    mock.account('100001').data('products').remove(601);
    mock.account('100001').data('matrixDimensions').insert({ name: 'Unused' });
    if (name === 'deleteProduct')
      mock.account('100001').data('products').insert({ productID: 1001, groupID: 1 });
    const own: Fields | undefined =
      name === 'deleteProduct'
        ? { productID: 1001 }
        : name === 'verifyIdentityToken'
          ? { jwt: (await ask('getIdentityToken')).records.identityToken }
          : inputs[name];
    const answer = await ask(name, own);
    expect(answer.status).toMatchObject({ request: name, responseStatus: 'ok', errorCode: 0 });
    expect(z.safeDecode(status(), answer.status as never).success).toBe(true);
    expect(typeof answer.status.recordsTotal).toBe(call.recordsTotalIsString ? 'string' : 'number');
    const record = recordOf(call);
    if (record === undefined) return expect(answer.records).toEqual([]);
    expect(Array.isArray(answer.records)).toBe(!('object' in call.result));
    const records: Record<string, unknown>[] = 'object' in call.result ? [answer.records] : answer.records;
    expect(records.length).toBeGreaterThan(0);
    const seen = new Set<string>(records.flatMap((item) => Object.keys(item)));
    const unserved: readonly string[] = call.unserved?.fields ?? [];
    const claimed = Object.keys(record().shape).filter((field) => !unserved.includes(field));
    expect(
      claimed.filter((field) => !seen.has(field)),
      'claimed but never sent',
    ).toEqual([]);
    for (const item of records) {
      expect(
        Object.keys(item).filter((key) => name !== 'getServiceEndpoints' && !(key in record().shape)),
      ).toEqual([]);
      checkWire(record(), item, name);
      const decoded = z.safeDecode(record(), item);
      expect(decoded.error?.issues).toBeUndefined();
      expect(z.encode(record(), decoded.data as never)).toEqual(item);
    }
  });

  it('refuses every input that it does not serve with 1016 and says so', async () => {
    const mock = frozenMock();
    const { call: ask } = await loggedIn(mock);
    for (const input of (call.unserved?.inputs ?? []) as readonly string[]) {
      const schema = call.input()[input] as z.ZodType;
      if (['rows', 'perNumber'].includes(wireOf(schema)?.name ?? '')) continue;
      const value = wireOf(schema)?.values?.[0] ?? (wireOf(schema)?.name === 'isoDate' ? '2026-01-01' : '1');
      const needed = (call.rules ?? []).flatMap((rule) =>
        rule.kind === 'needs' && rule.input === input ? [rule.needs] : [],
      );
      const companions = Object.fromEntries(needed.map((other) => [other, '1']));
      const { status: refused } = await ask(name, { ...inputs[name], ...companions, [input]: value });
      expect(refused.errorCode, input).toBe(1016);
      expect([input, ...needed]).toContain(refused.errorField);
    }
  });
});
