import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

describe.each([
  ['code', 'product_code_unique'],
  ['code2', 'product_code2_unique'],
])('%s, with %s', (name, setting) => {
  const shop = async (value = '1') => {
    const { call } = await loggedIn(frozenMock());
    await call('saveConfParameter', { parameterName: setting, parameterValue: value });
    const { records } = await call('getProducts', {
      orderBy: 'productID',
      orderByDir: 'asc',
      recordsOnPage: 9,
    });
    const [first, second] = records.filter((record: Record<string, string>) => record[name] !== '');
    const save = async (fields: Record<string, string | number>) =>
      (await call('saveProduct', { groupID: 1, ...fields })).status;
    return { call, first, second, save };
  };
  const taken = { errorCode: 1012, errorField: name };

  it('cannot be that of another product, of the shop or of the account', async () => {
    const { call, first, second, save } = await shop();
    expect(await save({ [name]: first[name] })).toMatchObject(taken);
    expect(await save({ productID: second.productID, [name]: first[name] })).toMatchObject(taken);
    expect(await save({ [name]: 'NEW-1' })).toMatchObject({ errorCode: 0 });
    expect(await save({ [name]: 'NEW-1' })).toMatchObject(taken);
    const { records } = await call('getProducts', { productID: second.productID });
    expect(records[0][name]).toBe(second[name]);
  });

  it('may be saved again with its own product, be empty, and be taken once it is free', async () => {
    const { first, save } = await shop();
    expect(await save({ productID: first.productID, [name]: first[name] })).toMatchObject({ errorCode: 0 });
    expect(await save({ [name]: '' })).toMatchObject({ errorCode: 0 });
    expect(await save({ [name]: '' })).toMatchObject({ errorCode: 0 });
    await save({ productID: first.productID, [name]: 'OTHER' });
    expect(await save({ [name]: first[name] })).toMatchObject({ errorCode: 0 });
  });

  it('goes to one of many who want it at once', async () => {
    const { save } = await shop();
    const all = await Promise.all(Array.from({ length: 20 }, () => save({ [name]: 'WANTED' })));
    expect(all.filter((status) => status.errorCode === 0)).toHaveLength(1);
  });

  it('need not be unique by default', async () => {
    const { first, save } = await shop('0');
    expect(await save({ [name]: first[name] })).toMatchObject({ errorCode: 0 });
  });
});
