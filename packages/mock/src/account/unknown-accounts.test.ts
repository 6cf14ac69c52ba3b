import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { caseCount, propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { ask, askText, type Fields, frozenMock, loggedIn } from '../../test/ask.ts';
import type { Mock } from '../index.ts';

describe('other accounts', () => {
  const ids = (random: Random) => random.whole(1, 12);
  const operation = (random: Random): Fields => {
    const productID = ids(random);
    const name = `Name ${random.whole(0, 1e6)}`;
    const operations: readonly Fields[] = [
      { request: 'saveProduct', groupID: 1, name },
      { request: 'saveProduct', productID, name },
      { request: 'deleteProduct', productID },
      { request: 'getProducts', recordsOnPage: 5, getStockInfo: 1 },
      { request: 'getProducts', productIDs: `${productID},${ids(random)}`, responseType: 'XML' },
      { request: 'getProductStock', warehouseID: 1, responseType: 'CSV' },
      { request: 'getUserOperationsLog', tableName: 'products' },
      { request: 'verifyUser', username: 'demo', password: random.pick(['wrong', 'demouser']) },
      { request: 'getSessionKeyInfo' },
      { request: 'getIdentityToken' },
      { request: 'changePassword', oldPassword: 'wrong', newPassword: name },
      { request: 'switchUser', cardCode: '0000' },
      {
        requests: JSON.stringify([
          { requestName: 'saveProduct', productID, name },
          { requestName: 'getProducts' },
        ]),
      },
    ];
    return random.pick(operations);
  };
  const control = (mock: Mock, clientCode: string, productID: number) => {
    const account = mock.account(clientCode);
    account.setQuota({ limit: 500 + productID });
    account.stockMovements.insert({ productID: 3, warehouseID: 1, amount: productID });
    if (productID === 1) account.reset(['data', 'journal']);
    if (productID === 2) account.clock.advance(60);
    if (productID === 3) account.setConfig({ set: { errorBody: 'C' } });
  };

  it('change nothing of what an account is answered, byte for byte', async () => {
    const isAnsweredAlike = fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const options = { seed: 3, realTime: () => 0 };
      const [alone, crowded] = [frozenMock(options), frozenMock(options)];
      const { sessionKey } = await loggedIn(alone, 'one');
      expect((await loggedIn(crowded, 'one')).sessionKey).toBe(sessionKey);
      const { sessionKey: other } = await loggedIn(crowded, 'two');
      for (let round = random.whole(1, 29); round > 0; round -= 1) {
        for (let count = random.whole(0, 3); count > 0; count -= 1) {
          const clientCode = random.chance(0.2) ? `x${round}` : 'two';
          const fields = { clientCode, sessionKey: other, ...operation(random) };
          await ask(crowded, { ...fields, responseType: 'JSON' });
        }
        if (random.chance(0.2)) control(crowded, 'two', ids(random));
        const fields = { clientCode: 'one', sessionKey, ...operation(random) };
        const texts = [await askText(alone, fields), await askText(crowded, fields)];
        expect(texts[1], JSON.stringify(fields)).toBe(texts[0]);
      }
      const journals = [alone, crowded].map((mock) => mock.account('one').journal());
      expect(journals[1]).toEqual(journals[0]);
    });
    await fc.assert(isAnsweredAlike, propertyRun(10, 3));
  });

  it('are not made by unknown accounts, however many, nor forgotten for them', async () => {
    const mock = frozenMock({ maxAccounts: 3 });
    const kept = await loggedIn(mock, 'kept');
    const strangers = Math.min(5000, caseCount(5000, 500));
    for (let count = 0; count < strangers; count += 1) {
      await ask(mock, {
        clientCode: `x${count}`,
        request: count % 2 === 0 ? 'getProducts' : 'verifyUser',
        sessionKey: kept.sessionKey,
        username: 'demo',
        password: 'wrong',
      });
    }
    expect(mock.accounts()).toEqual(['kept']);
    expect((await kept.call('getWarehouses')).status.errorCode).toBe(0);
  });

  it('do not exist as long as only unknown ones come', async () => {
    const mock = frozenMock();
    const leavesNone = fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const clientCode = `x${random.whole(0, 1e9)}`;
      const fields = operation(random);
      const password = fields.password === undefined ? {} : { password: 'wrong' };
      await ask(mock, { clientCode, sessionKey: 'x', ...fields, ...password, responseType: 'JSON' });
      expect(mock.accounts()).toEqual([]);
    });
    await fc.assert(leavesNone, propertyRun(200, 50));
  });
});
