import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

type Call = Awaited<ReturnType<typeof loggedIn>>['call'];

const valuesOf = async (call: Call, dimensionID: number) =>
  (await call('getMatrixDimensions', { dimensionID })).records[0].variations;

/** The first variation of the demo shop that comes in sizes. */
async function sizedVariation(call: Call) {
  const { records } = await call('getProducts', {
    recordsOnPage: 200,
    orderBy: 'productID',
    orderByDir: 'asc',
  });
  return records.find((record: any) => record.variationDescription?.[0].name === 'Size');
}

describe('matrix dimensions', () => {
  it('are made with values, which a later save renames by their code or adds to', async () => {
    const { call } = await loggedIn(frozenMock());
    const values = { valueName1: 'Oak', valueCode1: 'O', valueName2: 'Pine', valueCode2: 'P' };
    const made = await call('saveMatrixDimension', { name: 'Wood', ...values });
    expect(made.records).toEqual([{ dimensionID: 3 }]);
    const [oak, pine] = await valuesOf(call, 3);
    await call('saveMatrixDimension', {
      dimensionID: 3,
      valueName1: 'Scots pine',
      valueCode1: 'P',
      valueName2: 'Ash',
      valueCode2: 'A',
    });
    expect(await valuesOf(call, 3)).toEqual([
      oak,
      { ...pine, name: 'Scots pine' },
      { variationID: pine.variationID + 1, name: 'Ash', code: 'A', order: 3 },
    ]);
  });

  it('get single values, which are renamed by their own ID', async () => {
    const { call } = await loggedIn(frozenMock());
    const added = await call('addItemToMatrixDimension', { dimensionID: 1, name: 'Extra large', code: 'XL' });
    const [{ itemID }] = added.records;
    expect((await call('editItemInMatrixDimension', { itemID, name: 'Huge' })).records).toEqual([{ itemID }]);
    expect((await valuesOf(call, 1)).at(-1)).toEqual({
      variationID: itemID,
      name: 'Huge',
      code: 'XL',
      order: 4,
    });
  });

  it('show their names of now in products', async () => {
    const { call } = await loggedIn(frozenMock());
    const { productID, parentProductID, variationDescription } = await sizedVariation(call);
    const itemID = variationDescription[0].variationID;
    await call('editItemInMatrixDimension', { itemID, name: 'Renamed', code: 'RN' });
    await call('saveMatrixDimension', { dimensionID: 1, name: 'Measure' });
    const [variation] = (await call('getProducts', { productID })).records;
    expect(variation.variationDescription[0]).toMatchObject({ name: 'Measure', value: 'Renamed' });
    const [parent] = (await call('getProducts', { productID: parentProductID, getMatrixVariations: 1 }))
      .records;
    const listed = parent.variationList.find((item: any) => Number(item.productID) === productID);
    expect(listed.dimensions[0]).toEqual({
      name: 'Measure',
      value: 'Renamed',
      code: 'RN',
      order: itemID,
      dimensionID: 1,
      dimensionValueID: itemID,
    });
  });

  it('describe a variation that is saved with their values', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveProduct', {
      groupID: 1,
      name: 'Shirt',
      type: 'MATRIX',
      dimensionID1: 1,
      dimensionID2: 2,
    });
    await call('saveProduct', { groupID: 1, parentProductID: 601, dimValueID1: 2, dimValueID2: 4 });
    const read = async () => (await call('getProducts', { productID: 602 })).records[0].variationDescription;
    expect(await read()).toMatchObject([
      { name: 'Size', value: 'M', order: 1, dimensionID: 1, variationID: 2 },
      { name: 'Color', order: 2, dimensionID: 2, variationID: 4 },
    ]);
    await call('saveProduct', { productID: 602, dimValueID1: 3 });
    expect(await read()).toMatchObject([{ value: 'L' }, { variationID: 4 }]);
  });

  it('are deleted unless matrix products or variations have them', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveMatrixDimension', { name: 'Wood' });
    await call('saveMatrixDimension', { name: 'Taste' });
    await call('saveProduct', { groupID: 1, type: 'MATRIX', dimensionID1: 3 });
    expect((await call('deleteMatrixDimension', { dimensionID: 1 })).status.errorCode).toBe(1022);
    expect((await call('deleteMatrixDimension', { dimensionID: 3 })).status.errorCode).toBe(1022);
    expect((await call('deleteMatrixDimension', { dimensionID: 4 })).status.errorCode).toBe(0);
    expect((await call('getMatrixDimensions')).status.recordsTotal).toBe(3);
  });

  it.each([
    ['saveMatrixDimension', {}, 1010, 'name'],
    ['saveMatrixDimension', { dimensionID: 9, name: 'x' }, 1011, 'dimensionID'],
    ['saveMatrixDimension', { name: 'Size' }, 1012, 'name'],
    ['saveMatrixDimension', { name: 'x', valueName1: 'a' }, 1010, 'valueCode1'],
    ['saveMatrixDimension', { name: 'x', valueCode1: 'a' }, 1010, 'valueName1'],
    ['addItemToMatrixDimension', { dimensionID: 1 }, 1010, 'name'],
    ['addItemToMatrixDimension', { dimensionID: 9, name: 'x' }, 1011, 'dimensionID'],
    ['addItemToMatrixDimension', { dimensionID: 1, name: 'x', code: 'S' }, 1012, 'code'],
    ['editItemInMatrixDimension', { itemID: 999, name: 'x' }, 1011, 'itemID'],
    ['editItemInMatrixDimension', { itemID: 1, code: 'M' }, 1012, 'code'],
    ['deleteMatrixDimension', { dimensionID: 9 }, 1011, 'dimensionID'],
    ['saveProduct', { groupID: 1, dimensionID2: 9 }, 1011, 'dimensionID2'],
    ['saveProduct', { groupID: 1, dimValueID3: 999 }, 1011, 'dimValueID3'],
  ])('%s refuses %o', async (name, fields, errorCode, errorField) => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    expect((await call(name, fields as never)).status).toMatchObject({ errorCode, errorField });
    expect(mock.account('100001').describe().tables).toMatchObject({ products: 600, matrixDimensions: 2 });
  });
});
