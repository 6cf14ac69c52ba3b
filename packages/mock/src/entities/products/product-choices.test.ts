import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from '../../../test/ask.ts';

describe('locations in the warehouse', () => {
  it('are made, renamed for all products at once, deleted and logged', async () => {
    const { call } = await loggedIn(frozenMock());
    const made = await call('saveLocationInWarehouse', { name: 'Z-01' });
    const [{ locationInWarehouseID }] = made.records;
    await call('saveProduct', { productID: 1, locationInWarehouseID, locationInWarehouseText: 'top' });
    await call('saveLocationInWarehouse', { locationInWarehouseID, name: 'Z-02' });
    const read = async () => (await call('getProducts', { productID: 1 })).records[0];
    expect(await read()).toMatchObject({
      locationInWarehouse: 'Z-02 top',
      locationInWarehouseID: String(locationInWarehouseID),
      locationInWarehouseName: 'Z-02',
      locationInWarehouseText: 'top',
    });
    const deleted = await call('deleteLocationInWarehouse', {
      locationInWarehouseIDs: `${locationInWarehouseID},999`,
    });
    expect(deleted.records).toEqual([{ deletedIDs: String(locationInWarehouseID) }]);
    expect(await read()).toMatchObject({ locationInWarehouseName: '', locationInWarehouse: 'top' });
    const log = await call('getUserOperationsLog', { tableName: 'warehouseLocations' });
    expect(log.records).toMatchObject([{ itemID: locationInWarehouseID }]);
  });

  it('are found by their IDs and by their exact name', async () => {
    const { call } = await loggedIn(frozenMock());
    const some = await call('getLocationsInWarehouse', { locationInWarehouseIDs: '2,1,99' });
    expect(some.records).toEqual([
      { locationInWarehouseID: 1, locationInWarehouseName: 'A-01' },
      { locationInWarehouseID: 2, locationInWarehouseName: 'A-02' },
    ]);
    expect((await call('getLocationsInWarehouse', { name: 'A-02' })).records).toEqual([some.records[1]]);
    expect((await call('getLocationsInWarehouse', { name: 'A-0' })).records).toEqual([]);
  });
});

describe('extra fields of a product', () => {
  it.each([1, 2, 3, 4])(
    'number %i shows title, code and name of its value as they are now',
    async (field) => {
      const mock = frozenMock();
      const { call } = await loggedIn(mock);
      const [value] = (await call(`getProductExtraField${field}Values`, { recordsOnPage: 1 })).records;
      await call('saveProduct', { productID: 1, [`extraField${field}ID`]: value.valueID });
      mock.account('100001').data(`extraField${field}Values`).update(value.valueID, { name: 'Renamed' });
      const [product] = (await call('getProducts', { productID: 1 })).records;
      expect(product).toMatchObject({
        [`extraField${field}Title`]: `Extra Field ${field}`,
        [`extraField${field}ID`]: value.valueID,
        [`extraField${field}Code`]: value.code,
        [`extraField${field}Name`]: 'Renamed',
      });
      const refused = await call('saveProduct', { productID: 1, [`extraField${field}ID`]: 99 });
      expect(refused.status).toMatchObject({ errorCode: 1011, errorField: `extraField${field}ID` });
    },
  );

  it('list which of their values have changed', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.account('100001').data('extraField1Values').update(2, { isActive: 0 });
    const { records } = await call('getProductExtraField1Values', { changedSince: start });
    expect(records).toMatchObject([{ valueID: 2, isActive: 0, lastModified: start }]);
  });

  it('are not there without the module', async () => {
    const mock = frozenMock();
    mock.account('100001').setConfig({ modules: { extraFields: false } });
    const { call } = await loggedIn(mock);
    expect((await call('getProductExtraField1Values')).status.errorCode).toBe(1006);
    for (const fields of [{}, { getStockInfo: 1 }]) {
      const { records } = await call('getProducts', { recordsOnPage: 100, ...fields });
      const keys: string[] = records.flatMap((record: object) => Object.keys(record));
      expect(keys.filter((key) => key.startsWith('extraField'))).toEqual([]);
    }
  });
});

describe('packages of a product', () => {
  const packages = async (call: Awaited<ReturnType<typeof loggedIn>>['call'], productID: number) =>
    (await call('getProducts', { productID, getPackageInfo: 1 })).records[0].productPackages;

  it('are added, edited and deleted, and come only when they are asked for', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveProduct', { groupID: 1 });
    expect(await packages(call, 601)).toBeUndefined();
    const own = { packageTypeID: 2, packageAmount: 12, packageCode: 'C12', packageGrossWeight: 9.5 };
    const [{ packageID }] = (await call('saveProductPackage', { productID: 601, ...own })).records;
    await call('saveProductPackage', { packageID, packageAmount: 24 });
    expect(await packages(call, 601)).toEqual([
      {
        packageID,
        packageType: 'Crate',
        packageNetWeight: 0,
        packageLength: 0,
        packageWidth: 0,
        packageHeight: 0,
        ...own,
        packageAmount: 24,
      },
    ]);
    expect((await call('getProducts', { productID: 601 })).records[0]).not.toHaveProperty('productPackages');
    expect((await call('deleteProductPackage', { packageIDs: `${packageID},999` })).records).toEqual([
      { deletedIDs: String(packageID), nonExistingIDs: '999' },
    ]);
    expect(await packages(call, 601)).toBeUndefined();
  });

  it('have the name that their type has now', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    await call('saveProductPackage', { productID: 600, packageTypeID: 1, packageAmount: 1 });
    mock.account('100001').data('productPackageTypes').update(1, { name: 'Box' });
    expect((await packages(call, 600)).at(-1)).toMatchObject({ packageType: 'Box' });
    expect((await call('getProductPackageTypes', { changedSince: start })).records).toMatchObject([
      { packageTypeID: 1, name: 'Box' },
    ]);
  });

  const whole = { productID: 1, packageTypeID: 1, packageAmount: 1 };

  it.each([
    [{ ...whole, productID: '' }, 1010, 'productID'],
    [{ ...whole, packageTypeID: '' }, 1010, 'packageTypeID'],
    [{ ...whole, packageAmount: '' }, 1010, 'packageAmount'],
    [{ ...whole, productID: 9999 }, 1011, 'productID'],
    [{ ...whole, packageTypeID: 99 }, 1011, 'packageTypeID'],
    [{ ...whole, packageAmount: 0 }, 1014, 'packageAmount'],
    [{ ...whole, packageWidth: -1 }, 1014, 'packageWidth'],
    [{ packageID: 9999, packageAmount: 1 }, 1011, 'packageID'],
  ])('are refused as %o', async (fields, errorCode, errorField) => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('saveProductPackage', fields as never)).status).toMatchObject({
      errorCode,
      errorField,
    });
  });

  it('do not move to another product', async () => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('saveProductPackage', { packageID: 1, productID: 2 })).status.errorCode).toBe(1013);
  });
});

describe('parameters', () => {
  it('are listed by group, with what can be chosen', async () => {
    const { call } = await loggedIn(frozenMock());
    const { records } = await call('getParameters', { parameterGroupID: 3 });
    expect(records).toMatchObject([
      { parameterID: 4, parameterType: 'MULTIVALUE', parameterGroupName: 'Care', parameterUnitName: '' },
    ]);
    expect(records[0].parameterOptions[0]).toEqual({
      parameterOptionID: 1,
      parameterOptionName: 'Machine wash',
    });
    expect((await call('getParameters', { parameterID: 1 })).records[0]).not.toHaveProperty(
      'parameterOptions',
    );
  });

  it('of products have the names of now, and come only when they are asked for', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const parameter = { parameterID: 1, parameterName: 'old', parameterType: 'TEXT', parameterGroupID: 1 };
    mock
      .account('100001')
      .data('products')
      .update(1, { parameters: [{ ...parameter, parameterValue: 'matt' }] });
    mock.account('100001').data('parameters').update(1, { parameterName: 'Surface' });
    const [product] = (await call('getProducts', { productID: 1, getParameters: 1 })).records;
    expect(product.parameters).toEqual([
      {
        parameterID: '1',
        parameterName: 'Surface',
        parameterType: 'TEXT',
        parameterGroupID: '1',
        parameterValue: 'matt',
      },
    ]);
    expect((await call('getProducts', { productID: 1 })).records[0]).not.toHaveProperty('parameters');
  });

  it('need the module', async () => {
    const mock = frozenMock();
    mock.account('100001').setConfig({ modules: { productParameters: false } });
    const { call } = await loggedIn(mock);
    expect((await call('getParameters')).status.errorCode).toBe(1006);
    expect((await call('getProducts', { getParameters: 1 })).status).toMatchObject({
      errorCode: 1028,
      errorField: 'getParameters',
    });
  });
});
