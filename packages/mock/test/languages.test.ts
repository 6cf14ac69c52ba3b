import { beforeEach, describe, expect, it } from 'vitest';

import { type Answer, frozenMock, loggedIn } from './ask.ts';

type Fields = Readonly<Record<string, string | number>>;

let mock = frozenMock();
let call: (request: string, fields?: Fields) => Promise<Answer>;

const one = async (fields: Fields) => (await call('getProducts', fields)).records[0];

beforeEach(async () => {
  mock = frozenMock();
  ({ call } = await loggedIn(mock));
});

describe('names in languages', () => {
  it('come in the language that is asked for, else in the account’s own', async () => {
    const own = (await one({ productID: 1 })).name;
    await call('saveProduct', { productID: 1, nameEST: 'Tool', nameFIN: 'Tuoli' });
    expect((await one({ productID: 1 })).name).toBe(own);
    expect((await one({ productID: 1, lang: 'est' })).name).toBe('Tool');
    expect((await one({ productID: 1, lang: 'fin' })).name).toBe('Tuoli');
    expect((await one({ productID: 1, lang: 'ger' })).name).toBe(own);
    expect((await one({ productID: 1, lang: 'eng' })).name).toBe(own);
    expect(Object.keys(await one({ productID: 1 })).filter((name) => /^name[A-Z]/.test(name))).toEqual([]);
  });

  it('all come where they are asked for, one for each language of the account', async () => {
    await call('saveConfParameter', { parameterName: 'langs', parameterValue: 'eng,est,fin' });
    await call('saveProduct', { productID: 1, nameEST: 'Tool' });
    const product = await one({ productID: 1, getAllLanguages: 1, lang: 'est' });
    const { name } = await one({ productID: 1 });
    expect(product).toMatchObject({ name: 'Tool', nameENG: name, nameEST: 'Tool', nameFIN: '' });
    expect(Object.keys(product)).not.toContain('nameGER');
    const [group] = (await call('getProductGroups', { getAllLanguages: 1 })).records;
    expect(group).toMatchObject({ nameENG: group.name, nameEST: '', nameFIN: '' });
  });

  it('show in everything that is joined, at every depth', async () => {
    const { groupID } = await one({ productID: 1 });
    await call('saveProductGroup', { productGroupID: groupID, nameEST: 'Rühm' });
    const { groupName } = await one({ productID: 1, lang: 'est' });
    expect(groupName).toBe('Rühm');
    const groups = (await call('getProductGroups', { lang: 'est' })).records;
    expect(JSON.stringify(groups)).toContain('"name":"Rühm"');
    const [unit] = (await call('getProductUnits')).records;
    await call('saveProductUnit', { productUnitID: unit.unitID, nameEST: 'tk' });
    expect((await call('getProductUnits', { lang: 'est' })).records[0].name).toBe('tk');
    expect((await call('getProductUnits')).records[0].name).toBe(unit.name);
  });

  it('stand in the field that a record has for its name, whatever it is called', async () => {
    const { categoryID, categoryName } = (await call('getProducts', { recordsOnPage: 100 })).records.find(
      (product: { categoryID: number }) => product.categoryID > 0,
    );
    await call('saveProductCategory', { productCategoryID: categoryID, nameEST: 'Liik' });
    const product = { categoryID, recordsOnPage: 1 };
    expect((await call('getProducts', { ...product, lang: 'est' })).records[0].categoryName).toBe('Liik');
    expect((await call('getProducts', product)).records[0].categoryName).toBe(categoryName);
    const [saved] = (await call('saveProductCategory', { nameEST: 'Uus', nameENG: 'New' })).records;
    const [{ priorityGroupID }] = (await call('saveProductPriorityGroup', { nameEST: 'Kiire' })).records;
    const names = async (lang: string) => [
      (await call('getProductCategories', { ...saved, lang })).records[0].productCategoryName,
      (await call('getProductPriorityGroups', { lang })).records.find(
        (group: Fields) => Number(group.priorityGroupID) === priorityGroupID,
      ).priorityGroupName,
    ];
    expect(await names('est')).toEqual(['Uus', 'Kiire']);
    expect(await names('eng')).toEqual(['New', 'Kiire']);
  });

  it('are those of containers and price lists, too', async () => {
    mock.account('100001').data('products').update(1, { containerID: 2 });
    await call('saveProduct', { productID: 2, nameEST: 'Pudel' });
    const product = { productID: 1, getContainerInfo: 1 };
    expect((await one({ ...product, lang: 'est' })).containerName).toBe('Pudel');
    expect((await one(product)).containerName).not.toBe('Pudel');
    const [{ pricelistID }] = (await call('getProductPricesInPriceLists', { changedSince: 1 })).records;
    await call('savePriceList', { pricelistID, nameEST: 'Suvi' });
    const shown = async (lang: string) =>
      (await call('getProductPricesInPriceLists', { changedSince: 1, lang })).records[0].pricelistName;
    expect(await shown('est')).toBe('Suvi');
    expect(await shown('eng')).not.toBe('Suvi');
  });

  it('name values of dimensions, and what variations are', async () => {
    await call('saveConfParameter', { parameterName: 'langs', parameterValue: 'eng,est' });
    const [variation] = (await call('getProducts', { type: 'PRODUCT', recordsOnPage: 1000 })).records.filter(
      (product: { parentProductID?: number }) => product.parentProductID,
    );
    const [part] = variation.variationDescription;
    await call('editItemInMatrixDimension', { itemID: part.variationID, nameEST: 'Sinine' });
    const { productID } = variation;
    expect((await one({ productID, lang: 'est' })).variationDescription[0].value).toBe('Sinine');
    expect((await one({ productID })).variationDescription[0].value).toBe(part.value);
    const { itemID } = (
      await call('addItemToMatrixDimension', { dimensionID: part.dimensionID, nameEST: 'Must', code: 'mu' })
    ).records[0];
    const values = async (lang: string) =>
      (await call('getMatrixDimensions', { dimensionID: part.dimensionID, lang })).records[0].variations;
    for (const lang of ['est', 'eng'])
      expect(await values(lang)).toContainEqual(
        expect.objectContaining({ variationID: itemID, name: 'Must' }),
      );
  });

  it('of a new value are refused where the account has one language', async () => {
    const answer = await call('addItemToMatrixDimension', { dimensionID: 1, nameEST: 'Must' });
    expect(answer.status).toMatchObject({ errorCode: 1028, errorField: 'nameEST' });
  });

  it('in the account’s own language are its name, whichever of the two is saved', async () => {
    await call('saveProduct', { productID: 1, nameENG: 'Chair' });
    expect((await one({ productID: 1 })).name).toBe('Chair');
    await call('saveProduct', { productID: 1, name: 'Stool' });
    expect(await one({ productID: 1, getAllLanguages: 1 })).toMatchObject({
      name: 'Stool',
      nameENG: 'Stool',
    });
    await call('saveConfParameter', { parameterName: 'default_language', parameterValue: 'est' });
    await call('saveProduct', { productID: 2, nameEST: 'Tool' });
    expect((await one({ productID: 2 })).name).toBe('Tool');
  });

  it('come with Estonian descriptions, which are those of the card where the account is Estonian', async () => {
    const fields = {
      productID: 1,
      descriptionEST: 'Hea tool',
      longdescEST: '<p>Hea</p>',
      labelsNotNeeded: 1,
    };
    const { description } = await one({ productID: 1 });
    expect((await call('saveProduct', fields)).status.errorCode).toBe(0);
    expect((await one({ productID: 1 })).description).toBe(description);
    await call('saveConfParameter', { parameterName: 'default_language', parameterValue: 'est' });
    await call('saveProduct', fields);
    expect(await one({ productID: 1 })).toMatchObject({ description: 'Hea tool', longdesc: '<p>Hea</p>' });
  });

  it('stand in for the name of a new record that has no other', async () => {
    const { supplierGroupID } = (await call('saveSupplierGroup', { nameFIN: 'Tukut', nameEST: 'Hulgi' }))
      .records[0];
    const groups = (await call('getSupplierGroups')).records;
    expect(groups.find((group: Fields) => group.supplierGroupID === supplierGroupID).name).toBe('Tukut');
  });

  it('of supplier groups come where the account has several languages', async () => {
    expect(Object.keys((await call('getSupplierGroups')).records[0])).not.toContain('nameENG');
    await call('saveConfParameter', { parameterName: 'langs', parameterValue: 'eng,est' });
    const [group] = (await call('getSupplierGroups')).records;
    expect(group).toMatchObject({ nameENG: group.name, nameEST: '' });
  });

  it('need languages that Erply has: 1195 to ask for one, 1016 to have one', async () => {
    expect((await call('getProducts', { lang: 'fre' })).status).toMatchObject({
      errorCode: 1195,
      errorField: 'lang',
    });
    for (const [parameterName, parameterValue] of [
      ['langs', 'eng,fre'],
      ['langs', ','],
      ['default_language', 'eng,est'],
    ] as const) {
      const answer = await call('saveConfParameter', { parameterName, parameterValue });
      expect(answer.status).toMatchObject({ errorCode: 1016, errorField: 'parameterValue' });
    }
    const settings = (await call('getConfParameters')).records[0];
    expect(settings).toMatchObject({ langs: 'eng', languages: 'eng' });
  });
});

describe('the history of replacements', () => {
  it('is told by both products, whichever of the two was written, and only on demand', async () => {
    const products = mock.account('100001').data('products');
    products.update(5, { productReplacementHistory: { replacesIDs: [3], replacedWithIDs: [7] } });
    const history = async (productID: number) =>
      (await one({ productID, getProductReplacementHistory: 1 })).productReplacementHistory;
    expect(await history(5)).toEqual({ replacesIDs: [3], replacedWithIDs: [7] });
    expect(await history(3)).toEqual({ replacesIDs: [], replacedWithIDs: [5] });
    expect(await history(7)).toEqual({ replacesIDs: [5], replacedWithIDs: [] });
    expect(await history(9)).toEqual({ replacesIDs: [], replacedWithIDs: [] });
    expect(Object.keys(await one({ productID: 5 }))).not.toContain('productReplacementHistory');
  });
});
