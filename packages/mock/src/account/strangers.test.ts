import { describe, expect, it } from 'vitest';

import { ask, askText, type Fields, frozenMock, loggedIn } from '../../test/ask.ts';
import { cases, seededRandom } from '../../test/property.ts';
import type { Mock } from '../index.ts';

describe('other accounts', () => {
  const ids = (random: () => number) => 1 + Math.floor(random() * 12);
  const operation = (random: () => number): Fields => {
    const productID = ids(random);
    const name = `Name ${Math.floor(random() * 1e6)}`;
    const operations: readonly Fields[] = [
      { request: 'saveProduct', groupID: 1, name },
      { request: 'saveProduct', productID, name },
      { request: 'deleteProduct', productID },
      { request: 'getProducts', recordsOnPage: 5, getStockInfo: 1 },
      { request: 'getProducts', productIDs: `${productID},${ids(random)}`, responseType: 'XML' },
      { request: 'getProductStock', warehouseID: 1, responseType: 'CSV' },
      { request: 'getUserOperationsLog', tableName: 'products' },
      { request: 'verifyUser', username: 'demo', password: random() < 0.5 ? 'demouser' : 'wrong' },
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
    return operations[Math.floor(random() * operations.length)] as Fields;
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
    const { seed, random } = seededRandom();
    const [alone, crowded] = [frozenMock({ seed: 3 }), frozenMock({ seed: 3 })];
    const { sessionKey } = await loggedIn(alone, 'one');
    expect((await loggedIn(crowded, 'one')).sessionKey).toBe(sessionKey);
    const noise = await loggedIn(crowded, 'two');
    for (let round = 0; round < cases(150); round += 1) {
      const { sessionKey: other } = noise;
      for (let count = Math.floor(random() * 4); count > 0; count -= 1) {
        const fields = {
          clientCode: random() < 0.8 ? 'two' : `x${round}`,
          sessionKey: other,
          ...operation(random),
        };
        await ask(crowded, { ...fields, responseType: 'JSON' });
      }
      if (random() < 0.2) control(crowded, 'two', ids(random));
      const fields = { clientCode: 'one', sessionKey, ...operation(random) };
      const texts = [await askText(alone, fields), await askText(crowded, fields)];
      expect(texts[1], `PROPERTY_SEED=${seed} round ${round}: ${JSON.stringify(fields)}`).toBe(texts[0]);
    }
    const journals = [alone, crowded].map((mock) => mock.account('one').journal());
    expect(journals[1], `PROPERTY_SEED=${seed}`).toEqual(journals[0]);
  });

  it('are not made by unknown accounts, however many, nor forgotten for them', async () => {
    const mock = frozenMock({ maxAccounts: 3 });
    const kept = await loggedIn(mock, 'kept');
    const { seed, random } = seededRandom();
    for (let count = 0; count < 5000; count += 1) {
      const clientCode = `x${Math.floor(random() * 1e9)}`;
      const request = random() < 0.5 ? 'getProducts' : 'verifyUser';
      await ask(mock, {
        clientCode,
        request,
        sessionKey: kept.sessionKey,
        username: 'demo',
        password: 'wrong',
      });
    }
    expect(mock.accounts(), `PROPERTY_SEED=${seed}`).toEqual(['kept']);
    expect((await kept.call('getWarehouses')).status.errorCode).toBe(0);
  });

  it('are none as long as only unknown ones come', async () => {
    const mock = frozenMock();
    const { seed, random } = seededRandom();
    for (let count = 0; count < cases(200); count += 1) {
      const clientCode = `x${Math.floor(random() * 1e9)}`;
      const fields = operation(random);
      const password = fields.password === undefined ? {} : { password: 'wrong' };
      await ask(mock, { clientCode, sessionKey: 'x', ...fields, ...password, responseType: 'JSON' });
    }
    expect(mock.accounts(), `PROPERTY_SEED=${seed}`).toEqual([]);
  });
});
