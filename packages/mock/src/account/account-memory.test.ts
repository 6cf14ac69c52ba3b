import { describe, expect, it } from 'vitest';

import { ask, type Fields, frozenMock, loggedIn, post } from '../../test/ask.ts';
import type { Mock } from '../index.ts';

const rename = (productID: number, name: string) => ({ requestName: 'saveProduct', productID, name });

describe('an account that a request is using', () => {
  it('is not evicted: what the request was answered is saved stays saved', async () => {
    const mock = frozenMock({ maxAccounts: 2 });
    const codes = Array.from({ length: 30 }, (_, index) => `shop${index}`);
    const names = await Promise.all(
      codes.map(async (code) => {
        const { bulk } = await loggedIn(mock, code);
        const { requests } = await bulk([{ requestName: 'getProducts' }, rename(1, code), rename(2, code)]);
        // One that was evicted between login and use gets an error that says so, and has lost nothing.
        if (requests === undefined) return undefined;
        expect(requests.map(({ status }: any) => status.errorCode)).toEqual([0, 0, 0]);
        return code;
      }),
    );
    const saved = names.filter((name) => name !== undefined);
    expect(saved.length).toBeGreaterThan(2);
    for (const code of saved) {
      const { call } = await loggedIn(mock, code);
      const { records } = await call('getProducts', { productIDs: '1,2' });
      expect(records.map(({ name }: any) => name)).toEqual([code, code]);
    }
  });
});

describe('a link of an account that was forgotten', () => {
  const linked = async (mock: Mock, clientCode: string) => {
    const { call } = await loggedIn(mock, clientCode);
    const { records } = await call('getProductStock', { warehouseID: 1, responseType: 'CSV' });
    const link = new URL(records[0].reportLink).pathname;
    const status = async () => (await mock.app.request(link)).status;
    expect(await status()).toBe(200);
    return status;
  };

  it('is 404, whether it was forgotten on request or evicted', async () => {
    const mock = frozenMock({ maxAccounts: 2 });
    const ofForgotten = await linked(mock, 'forgotten');
    mock.account('forgotten').forget();
    expect(await ofForgotten()).toBe(404);
    const ofEvicted = await linked(mock, 'evicted');
    for (const code of ['second', 'third']) await loggedIn(mock, code);
    expect(mock.accounts()).not.toContain('evicted');
    expect(await ofEvicted()).toBe(404);
  });
});

describe('the memory of accounts', () => {
  const description = 'x'.repeat(200_000);
  const fill = async (clientCode: string, mock = frozenMock({ maxAccountMegabytes: 1 })) => {
    const { call, sessionKey } = await loggedIn(mock, clientCode);
    const codes: number[] = [];
    for (let productID = 1; productID <= 12; productID += 1) {
      const { status } = await call('saveProduct', { productID, longdesc: description });
      codes.push(status.errorCode);
    }
    return { mock, call, sessionKey, codes };
  };

  it('has a bound: beyond it writes and logins are refused with 1003 and the reason, reads go on', async () => {
    const { mock, call, sessionKey, codes } = await fill('one');
    expect(codes).toEqual([0, 0, 0, 0, 0, 0, 1003, 1003, 1003, 1003, 1003, 1003]);
    const write: Fields = { clientCode: 'one', sessionKey, request: 'saveProduct', productID: 1, name: 'A' };
    const refused = await post(mock, write);
    expect(refused.headers.get('erply-mock-note')).toContain('the accounts hold 1 MB (maxAccountMegabytes)');
    expect((await call('getProducts', { productID: 1 })).records[0].longdesc).toBe(description);
    const login = { clientCode: 'two', request: 'verifyUser', username: 'demo', password: 'demouser' };
    expect((await ask(mock, login)).status.errorCode).toBe(1003);
  });

  it('is refused by the control API as well, which can also make room', async () => {
    const { mock, call } = await fill('one');
    const one = mock.account('one');
    expect(one.describe().bytes).toBeGreaterThan(1024 * 1024);
    expect(() => one.data('brands').insert({ name: 'New' })).toThrow(
      /the accounts hold 1 MB.*maxAccountMegabytes/,
    );
    expect(() => mock.account('two').setQuota({ used: 3 })).toThrow('the accounts hold 1 MB');
    one.setQuota({ used: 0 });
    one.reset(['data']);
    expect((await call('saveProduct', { productID: 1, name: 'A' })).status.errorCode).toBe(0);
    expect(one.describe().bytes).toBeLessThan(10_000);
  });

  it('lets go of accounts that only read, the least recently used first', async () => {
    const mock = frozenMock({ maxAccountMegabytes: 1 });
    for (let index = 0; index < 200; index += 1) await loggedIn(mock, `reader${index}`);
    const kept = mock.accounts();
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.length).toBeLessThan(110);
    expect(kept.at(-1)).toBe('reader199');
  });
});
