import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

const shop = async () => {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  const product = async (productID: number, flags: Record<string, number> = {}) =>
    (await call('getProducts', { productID, ...flags })).records[0];
  return { account: mock.account('100001'), call, product };
};

describe('related products', () => {
  it('are related both ways, as long as they exist, and only shown when asked for', async () => {
    const { call, product } = await shop();
    await call('saveProduct', { productID: 1, relatedProductIDs: '2,3' });
    await call('saveProduct', { productID: 3, relatedProductIDs: '1' });
    const related = async (id: number) => (await product(id, { getRelatedProducts: 1 })).relatedProducts;
    expect(await related(1)).toEqual(['2', '3']);
    expect(await related(2)).toEqual(['1']);
    expect(await related(3)).toEqual(['1']);
    expect(await related(4)).toEqual([]);
    expect(await product(1)).not.toHaveProperty('relatedProducts');
    await call('saveProduct', { productID: 1, name: 'Renamed' });
    expect(await related(1)).toEqual(['2', '3']);
    await call('saveProduct', { productID: 1, relatedProductIDs: '4' });
    expect(await related(2)).toEqual([]);
  });

  it('forget a product that is deleted', async () => {
    const { account, call, product } = await shop();
    const { productID } = (await call('saveProduct', { groupID: 1, name: 'New' })).records[0];
    await call('saveProduct', {
      productID: 1,
      relatedProductIDs: `${productID}`,
      replacementProductIDs: `${productID}`,
    });
    account.data('products').remove(productID);
    const flags = { getRelatedProducts: 1, getReplacementProducts: 1 };
    expect(await product(1, flags)).toMatchObject({ relatedProducts: [], replacementProducts: [] });
  });

  it.each(['relatedProductIDs', 'replacementProductIDs'])(
    '%s names a product that is not there: 1011',
    async (list) => {
      const { call, product } = await shop();
      const { status } = await call('saveProduct', { productID: 1, name: 'Never', [list]: '2,99999' });
      expect(status).toMatchObject({ errorCode: 1011, errorField: list });
      expect((await product(1)).name).not.toBe('Never');
    },
  );
});

it('replacement products go one way', async () => {
  const { call, product } = await shop();
  await call('saveProduct', { productID: 1, replacementProductIDs: '2' });
  expect((await product(1, { getReplacementProducts: 1 })).replacementProducts).toEqual(['2']);
  expect((await product(2, { getReplacementProducts: 1 })).replacementProducts).toEqual([]);
  expect(await product(1)).not.toHaveProperty('replacementProducts');
});

it('a container shows its name and code as they are now', async () => {
  const { call, product } = await shop();
  await call('saveProduct', { productID: 1, containerID: 2, containerAmount: 24 });
  await call('saveProduct', { productID: 2, name: 'Can', code: 'CAN' });
  expect(await product(1, { getContainerInfo: 1 })).toMatchObject({
    containerID: 2,
    containerName: 'Can',
    containerCode: 'CAN',
    containerAmount: 24,
  });
  expect(await product(1)).not.toHaveProperty('containerAmount');
  expect(await product(3, { getContainerInfo: 1 })).not.toHaveProperty('containerName');
  const { status } = await call('saveProduct', { productID: 1, containerID: 99_999 });
  expect(status).toMatchObject({ errorCode: 1011, errorField: 'containerID' });
});

it('packaging materials are numbers as text, 0 where nobody said; 1028 without their module', async () => {
  const { account, call, product } = await shop();
  await call('saveProduct', { productID: 1, salesPackageWood: 0.25 });
  expect(await product(1, { getPackagingMaterials: 1 })).toMatchObject({
    salesPackageWood: '0.25',
    transportPackageNonFerrousMetal: '0',
  });
  expect(await product(1)).not.toHaveProperty('salesPackageWood');
  account.setConfig({ modules: { packaging: false } });
  const { status } = await call('getProducts', { getPackagingMaterials: 1 });
  expect(status).toMatchObject({ errorCode: 1028, errorField: 'getPackagingMaterials' });
});

it.each([5, 6, 7, 8])(
  'code %i is saved, found and found by its beginning; 1028 and absent without its module',
  async (number) => {
    const { account, call, product } = await shop();
    const code = `code${number}`;
    await call('saveProduct', { productID: 7, [code]: 'X-4711' });
    expect((await product(7))[code]).toBe('X-4711');
    for (const fields of [{ [code]: 'X-4711' }, { [`${code}Prefix`]: 'X-4' }]) {
      const { records } = await call('getProducts', fields);
      expect(records.map((record: { productID: number }) => record.productID)).toEqual([7]);
    }
    account.setConfig({ modules: { extraCodes: false } });
    expect(await product(7)).not.toHaveProperty(code);
    expect((await call('saveProduct', { productID: 7, [code]: '1' })).status.errorCode).toBe(1028);
  },
);

it('gross prices follow the tax that the group has for a location, when that is asked for', async () => {
  const { account, call, product } = await shop();
  const [{ vatRateID: vatrateID }] = (await call('saveVatRate', { name: 'Half', rate: 50 })).records;
  const { groupID } = await product(1);
  account.data('productGroups').update(groupID, { vatrates: [{ warehouseID: 2, vatrateID }] });
  await call('saveProduct', { productID: 1, netPrice: 10 });
  const gross = async (flags: Record<string, number>) => (await product(1, flags)).priceWithVat;
  const card = await gross({});
  expect(card).not.toBe(15);
  expect(await gross({ getWarehouseSpecificVAT: 1, warehouseID: 2 })).toBe(15);
  expect(await gross({ getWarehouseSpecificVAT: 1, warehouseID: 1 })).toBe(card);
  expect(await gross({ getWarehouseSpecificVAT: 1 })).toBe(card);
  expect(await gross({ warehouseID: 2 })).toBe(card);
});
