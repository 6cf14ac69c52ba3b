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

describe('rows of a supplier price list', () => {
  const row = { supplierPriceListID: 1, productID: 3, price: 12.5, supplierCode: 'S3', importCode: 'I3' };

  it('are added with all that is known of them, and date the list anew', async () => {
    const { call, mock } = await shopWithList();
    mock.clock.advance(60);
    const numbers = { amount: 5, masterPackQuantity: 6, minimumOrderQuantity: 12 };
    const added = await call('addProductToSupplierPriceList', { ...row, ...numbers, notes: 'n' });
    expect(added.records).toEqual([{ supplierPriceListProductID: 3 }]);
    expect((await rowsOf(call))[2]).toEqual({
      ...{ supplierPriceListID: 1, supplierPriceListProductID: 3, productID: 3, price: 12.5 },
      ...{ amount: 5, supplierCode: 'S3', masterPackQuantity: 6, minimumOrderQuantity: 12, importCode: 'I3' },
      ...{ countryID: 0, notes: 'n' },
    });
    expect((await listsOf(call))[0]).toMatchObject({
      lastModified: start + 60,
      lastModifiedByUserName: 'demo',
    });
  });

  it.each<[string, Fields, number, string]>([
    ['a row without a list', { productID: 3, price: 1 }, 1010, 'supplierPriceListID'],
    ['a row without a product', { supplierPriceListID: 1, price: 1 }, 1010, 'productID'],
    ['a row without a price', { supplierPriceListID: 1, productID: 3 }, 1010, 'price'],
    ['a list that does not exist', { ...row, supplierPriceListID: 9 }, 1011, 'supplierPriceListID'],
    ['a product that does not exist', { ...row, productID: 9 }, 1011, 'productID'],
    ['a country that does not exist', { ...row, countryID: 9999 }, 1011, 'countryID'],
    ['a negative price', { ...row, price: -1 }, 1016, 'price'],
    ['a negative amount', { ...row, amount: -1 }, 1016, 'amount'],
    ['a negative package', { ...row, masterPackQuantity: -1 }, 1016, 'masterPackQuantity'],
    ['a negative order', { ...row, minimumOrderQuantity: -1 }, 1016, 'minimumOrderQuantity'],
    ['a product that the list has', { ...row, productID: 1 }, 1026, ''],
    ['a long code', { ...row, supplierCode: 'x'.repeat(51) }, 1014, 'supplierCode'],
  ])(
    'addProductToSupplierPriceList refuses %s and saves nothing',
    async (_name, fields, errorCode, errorField) => {
      const { call } = await shopWithList();
      const { status } = await call('addProductToSupplierPriceList', fields);
      expect(status).toMatchObject({ errorCode, ...(errorField === '' ? {} : { errorField }) });
      expect([(await rowsOf(call)).length, (await listsOf(call))[0].lastModified]).toEqual([2, 0]);
    },
  );

  it('take a product once with each amount', async () => {
    const { call } = await shopWithList();
    const again = { supplierPriceListID: 1, productID: 1, price: 4, amount: 10 };
    expect((await call('addProductToSupplierPriceList', again)).status.errorCode).toBe(0);
    expect((await call('addProductToSupplierPriceList', again)).status.errorCode).toBe(1026);
  });

  it('are edited but for their product and amount', async () => {
    const { call } = await shopWithList();
    const edit = { supplierPriceListProductID: 2, price: 7, importCode: 'I', productID: 3, amount: 9 };
    expect((await call('editProductInSupplierPriceList', edit)).records).toEqual([
      { supplierPriceListProductID: 2 },
    ]);
    expect((await rowsOf(call))[1]).toMatchObject({ productID: 2, price: 7, amount: 0, importCode: 'I' });
  });

  it.each<[string, Fields, number, string]>([
    ['no row', { price: 1 }, 1010, 'supplierPriceListProductID'],
    ['a row that does not exist', { supplierPriceListProductID: 9 }, 1011, 'supplierPriceListProductID'],
    ['a country that does not exist', { countryID: 9999 }, 1011, 'countryID'],
    ['a negative price', { price: -0.01 }, 1014, 'price'],
    ['a negative package', { masterPackQuantity: -1 }, 1014, 'masterPackQuantity'],
    ['a negative order', { minimumOrderQuantity: -1 }, 1014, 'minimumOrderQuantity'],
    ['a long code of the supplier', { supplierCode: 'x'.repeat(51) }, 1014, 'supplierCode'],
    ['a long code of the import', { importCode: 'x'.repeat(51) }, 1014, 'importCode'],
    ['long notes', { notes: 'x'.repeat(256) }, 1014, 'notes'],
  ])(
    'editProductInSupplierPriceList refuses %s and changes nothing',
    async (name, fields, errorCode, errorField) => {
      const { call } = await shopWithList();
      const before = [await rowsOf(call), await listsOf(call)];
      const one = name === 'no row' ? {} : { supplierPriceListProductID: 1 };
      const { status } = await call('editProductInSupplierPriceList', { ...one, ...fields });
      expect(status).toMatchObject({ errorCode, errorField });
      expect([await rowsOf(call), await listsOf(call)]).toEqual(before);
    },
  );

  it('are deleted by their IDs; what the list does not have is reported', async () => {
    const { call, first } = await shopWithList();
    await call('saveSupplierPriceList', { name: 'Other', supplierID: first, productID1: 1, price1: 1 });
    const asked = { supplierPriceListID: 1, supplierPriceListProductIDs: '2,3,99,2' };
    const deleted = await call('deleteProductsFromSupplierPriceList', asked);
    expect(deleted.records).toEqual([{ deletedIDs: '2', nonExistingIDs: '3,99' }]);
    expect((await rowsOf(call)).map((one: any) => one.supplierPriceListProductID)).toEqual([1, 3]);
  });

  it.each<[string, Fields, number, string]>([
    ['no list', { supplierPriceListProductIDs: 1 }, 1010, 'supplierPriceListID'],
    ['no rows', { supplierPriceListID: 1 }, 1010, 'supplierPriceListProductIDs'],
    [
      'a list that does not exist',
      { supplierPriceListID: 9, supplierPriceListProductIDs: 1 },
      1011,
      'supplierPriceListID',
    ],
  ])('deleteProductsFromSupplierPriceList refuses %s', async (_name, fields, errorCode, errorField) => {
    const { call } = await shopWithList();
    const { status } = await call('deleteProductsFromSupplierPriceList', fields);
    expect(status).toMatchObject({ errorCode, errorField });
    expect(await rowsOf(call)).toHaveLength(2);
  });

  it('go with their product', async () => {
    const { call } = await shopWithList();
    await call('deleteProduct', { productID: 2 });
    expect((await rowsOf(call)).map((one: any) => one.productID)).toEqual([1]);
  });

  it('are found by list and products, page by page', async () => {
    const { call } = await shopWithList();
    const ids = async (fields: Fields) =>
      (await call('getProductsInSupplierPriceList', fields)).records.map((one: any) => one.productID);
    expect(await ids({ supplierPriceListID: 1 })).toEqual([1, 2]);
    expect(await ids({ supplierPriceListID: 9 })).toEqual([]);
    expect(await ids({ productIDs: '2,3' })).toEqual([2]);
    expect(await ids({ recordsOnPage: 1, pageNo: 2 })).toEqual([2]);
  });
});
