import { describe, expect, it } from 'vitest';

import { ask, type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

describe('getConfParameters and saveConfParameter', () => {
  it('answer one record of settings, nearly all of them texts, without those that are not set', async () => {
    const { call } = await loggedIn(frozenMock());
    const { records } = await call('getConfParameters');
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      ...{ country: 'EE', timezone: 'Europe/Tallinn', csv_field_separator: ';', default_currency: 'EUR' },
      ...{
        default_price_decimals: '2',
        price_decimals: 4,
        product_code_unique: '0',
        invoice_rounding: '0.01',
      },
      additionalModules: [],
    });
    expect(records[0]).not.toHaveProperty('default_client_idDat');
  });

  it('change one setting and leave the rest, in this account only', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const other = await loggedIn(mock, 'other');
    const [before] = (await call('getConfParameters')).records;
    const change = { parameterName: 'product_code_unique', parameterValue: '1' };
    expect(await call('saveConfParameter', change)).toMatchObject({ status: { errorCode: 0 }, records: [] });
    expect((await call('getConfParameters')).records).toEqual([{ ...before, product_code_unique: '1' }]);
    expect((await other.call('getConfParameters')).records).toEqual([before]);
  });

  it('follow the control API, which reads and changes the one record', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const settings = mock.account('100001').data('confParameters');
    settings.update(1, {
      timezone: 'UTC',
      price_decimals: 4,
      additionalModules: [{ name: 'm', enabled: 1 }],
    });
    expect(settings.list()).toMatchObject([{ timezone: 'UTC', price_decimals: 4, product_code_unique: 0 }]);
    expect((await call('getConfParameters')).records).toMatchObject([
      { timezone: 'UTC', price_decimals: 4, additionalModules: [{ name: 'm', enabled: 1 }] },
    ]);
  });

  it.each([
    ['a setting that does not exist', 'nonsense', '1', 'parameterName'],
    ['a name that every object has', 'constructor', '1', 'parameterName'],
    ['a setting that is derived', 'languages', 'eng,est', 'parameterName'],
    ['the company', 'org_idDat', '2', 'parameterName'],
    ['a value of the wrong type', 'price_decimals', 'two', 'parameterValue'],
    ['a text for what is a record', 'account_links', 'x', 'parameterValue'],
  ])('refuse %s', async (_, parameterName, parameterValue, errorField) => {
    const { call } = await loggedIn(frozenMock());
    const before = (await call('getConfParameters')).records;
    const { status } = await call('saveConfParameter', { parameterName, parameterValue });
    expect(status).toMatchObject({ errorCode: 1016, errorField });
    expect((await call('getConfParameters')).records).toEqual(before);
  });

  it('need the right to edit settings (1062)', async () => {
    const mock = frozenMock();
    const rights = { view: true, add: true, edit: ['products'], delete: true };
    mock.account('100001').data('users').insert({ userName: 'anna', password: 'secret', rights });
    const login = { clientCode: '100001', request: 'verifyUser', username: 'anna', password: 'secret' };
    const { sessionKey } = (await ask(mock, login)).records[0];
    const fields = { parameterName: 'timezone', parameterValue: 'UTC' };
    const change = { clientCode: '100001', sessionKey, request: 'saveConfParameter', ...fields };
    expect((await ask(mock, change)).status.errorCode).toBe(1062);
  });
});

describe('getCompanyInfo', () => {
  it('answers one record, which the control API can change', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.account('100001').data('companyInfos').update(1, { name: 'Renamed' });
    const { records, status } = await call('getCompanyInfo');
    expect(status.recordsTotal).toBe(1);
    expect(records).toMatchObject([{ id: '1', name: 'Renamed', companyTypeID: 0, invoiceRounding: 0.01 }]);
  });
});

describe('saveWarehouse and getWarehouses', () => {
  it('read bank, account and price lists back under other names', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveWarehouse', { warehouseID: 1, bank: 'B', account: 'A', priceListID: 2, priceListID3: 4 });
    expect((await call('getWarehouses', { warehouseID: 1 })).records).toMatchObject([
      { bankName: 'B', bankAccountNumber: 'A', pricelistID: '2', pricelistID2: '0', pricelistID3: '4' },
    ]);
  });

  it('keep other users out of a new location until all are let in', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const users = mock.account('100001').data('users');
    const free = users.insert({ userName: 'anna', password: 'secret' });
    const bound = users.insert({ userName: 'ben', password: 'secret', warehouseIDs: [2] });
    const own = (await call('saveWarehouse', { name: 'Own' })).records[0].warehouseID;
    const open = (await call('saveWarehouse', { name: 'Open', addAccessForAllUsers: 1 })).records[0]
      .warehouseID;
    const of = async (userID: number) =>
      (await call('getWarehouses', { userID })).records.map((one: { warehouseID: string }) =>
        Number(one.warehouseID),
      );
    expect(await of(1)).toEqual([1, 2, 3, 4, own, open]);
    expect(await of(free)).toEqual([1, 2, 3, 4, open]);
    expect(await of(bound)).toEqual([2, open]);
    expect(await of(99)).toEqual([]);
    const login = { clientCode: '100001', request: 'verifyUser', username: 'anna', password: 'secret' };
    const { sessionKey } = (await ask(mock, login)).records[0];
    const asked = { clientCode: '100001', sessionKey, request: 'getProductStock' };
    expect((await ask(mock, { ...asked, warehouseID: own })).status.errorCode).toBe(1064);
    expect((await ask(mock, { ...asked, warehouseID: open })).status.errorCode).toBe(0);
  });

  it('filter by code, store region and assortment', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveWarehouse', { warehouseID: 2, code: 'X', storeRegionID: 7, assortmentID: 2 });
    for (const filter of [{ code: 'X' }, { storeRegionID: 7 }, { assortmentID: 2 }]) {
      const { records } = await call('getWarehouses', filter);
      expect(records).toMatchObject([{ warehouseID: '2', code: 'X', storeRegionID: 7, assortmentID: 2 }]);
    }
  });

  it.each(['storeRegions', 'assortments', 'salon'])(
    'miss the inputs of %s without the module',
    async (module) => {
      const mock = frozenMock({ set: { [`modules.${module}`]: 'off' } });
      const { call } = await loggedIn(mock);
      const inputs = { storeRegions: 'storeRegionID', assortments: 'assortmentID', salon: 'shift1Start' };
      const input = inputs[module as keyof typeof inputs];
      expect((await call('saveWarehouse', { warehouseID: 1, [input]: 1 })).status.errorCode).toBe(1006);
    },
  );
});

describe('getChangedDataSince', () => {
  const flags = (records: { tableName: string; updated: number; deleted: number }[]) =>
    Object.fromEntries(records.map(({ tableName, updated, deleted }) => [tableName, [updated, deleted]]));

  it('lists all tables with 0 while nothing happens', async () => {
    const { call } = await loggedIn(frozenMock());
    const { records } = await call('getChangedDataSince', { changedSince: start });
    expect(records).toHaveLength(25);
    expect(records[0]).toEqual({ tableName: 'customers', updated: 0, deleted: 0 });
    expect(Object.values(flags(records)).flat()).toEqual(Array(50).fill(0));
  });

  it('reports additions, changes and deletions, from then on', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.clock.advance(60);
    await call('saveProduct', { productID: 1, name: 'Renamed' });
    await call('saveWarehouse', { warehouseID: 1, name: 'Renamed' });
    await call('saveVatRate', { name: 'New', rate: 1 });
    await call('deleteProductGroup', { productGroupID: 1 });
    const at = async (changedSince: number) =>
      flags((await call('getChangedDataSince', { changedSince })).records);
    expect(await at(start + 60)).toMatchObject({
      ...{ products: [1, 0], warehouses: [1, 0], vatRates: [1, 0] },
      ...{ productGroups: [0, 1], suppliers: [0, 0], productCategories: [0, 0] },
    });
    expect(Object.values(await at(start + 61)).flat()).not.toContain(1);
    expect((await at(1)).suppliers).toEqual([1, 0]);
  });

  it('answers only for the tables that are asked for, each since its own time', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.clock.advance(60);
    await call('saveSupplier', { supplierID: 1, notes: 'x' });
    const fields: Fields = { suppliersChangedSince: start + 60, productsChangedSince: start };
    expect(flags((await call('getChangedDataSince', fields)).records)).toEqual({
      suppliers: [1, 0],
      products: [0, 0],
    });
  });

  it('needs one of its inputs (1010)', async () => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('getChangedDataSince')).status).toMatchObject({
      errorCode: 1010,
      errorField: 'changedSince',
    });
  });
});
