import { describe, expect, it } from 'vitest';

import { ask, askText, frozenMock, loggedIn } from '../../test/ask.ts';

describe('accounts', () => {
  it('see nothing of each other', async () => {
    const mock = frozenMock();
    const one = await loggedIn(mock, 'one');
    const two = await loggedIn(mock, 'two');
    await one.call('saveProduct', { productID: 1, name: 'Changed' });
    mock.account('one').data('products').remove(2);
    mock.account('one').stockMovements.insert({ productID: 3, warehouseID: 1, amount: 1000 });
    mock.account('one').setQuota({ used: 6000 });
    const names = await two.call('getProducts', {
      productIDs: '1,2',
      orderBy: 'productID',
      orderByDir: 'asc',
    });
    expect(names.records.map((record: { productID: number }) => record.productID)).toEqual([1, 2]);
    expect(names.records[0].name).not.toBe('Changed');
    const untouched = await loggedIn(frozenMock(), 'two');
    expect(await two.call('getProductStock', { warehouseID: 1 })).toEqual(
      await untouched.call('getProductStock', { warehouseID: 1 }),
    );
    expect((await two.call('getUserOperationsLog', { tableName: 'products' })).records).toEqual([]);
  });

  it('are not made by requests that nobody has authenticated', async () => {
    const mock = frozenMock();
    for (const clientCode of ['a', 'b', 'c']) {
      await ask(mock, { clientCode, request: 'getWarehouses' });
      await ask(mock, { clientCode, request: 'verifyUser', username: 'demo', password: 'wrong' });
      mock.account(clientCode).quota();
      mock.account(clientCode).data('products').get(1);
    }
    expect(mock.accounts()).toEqual([]);
    await loggedIn(mock, 'd');
    mock.account('e').setQuota({ limit: 5 });
    expect(mock.accounts()).toEqual(['d', 'e']);
  });

  it('do not exist for codes that no account can have, or outside the list', async () => {
    const mock = frozenMock({ accounts: ['100001'] });
    for (const clientCode of ['', '100002', 'ä', 'x'.repeat(33), '__proto__/']) {
      expect((await ask(mock, { clientCode, request: 'getWarehouses' })).status.errorCode).toBe(1001);
    }
    expect((await ask(mock, { clientCode: '100001', request: 'getWarehouses' })).status.errorCode).toBe(1009);
    expect(
      (await ask(frozenMock(), { clientCode: '__proto__', request: 'getWarehouses' })).status.errorCode,
    ).toBe(1009);
  });

  it('are forgotten when there are too many, the least recently used first, changed ones never', async () => {
    const mock = frozenMock({ maxAccounts: 2 });
    await loggedIn(mock, 'changed');
    mock.account('changed').data('products').remove(1);
    await loggedIn(mock, 'first');
    await loggedIn(mock, 'second');
    expect(mock.accounts().toSorted()).toEqual(['changed', 'second']);
  });

  it('answer byte for byte the same for the same seed, clock and requests, however they interleave', async () => {
    const conversation = async (codes: readonly string[]) => {
      const mock = frozenMock({ seed: 7 });
      const texts: Record<string, string[]> = {};
      for (const clientCode of codes) {
        const login = await askText(mock, {
          clientCode,
          request: 'verifyUser',
          username: 'demo',
          password: 'demouser',
        });
        const { sessionKey } = JSON.parse(login).records[0];
        const saved = await askText(mock, {
          clientCode,
          sessionKey,
          request: 'saveProduct',
          groupID: 1,
          name: 'Tee',
        });
        const csv = await askText(mock, {
          clientCode,
          sessionKey,
          request: 'getProductStock',
          responseType: 'CSV',
        });
        const page = await askText(mock, { clientCode, sessionKey, request: 'getProducts' });
        texts[clientCode] = [...(texts[clientCode] ?? []), login, saved, csv, page];
      }
      return texts;
    };
    expect(await conversation(['a', 'b', 'a', 'b'])).toEqual(await conversation(['b', 'b', 'a', 'a']));
  });
});
