import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../../test/ask.ts';
import { reportText } from '../../cli/report-text.ts';
import type { MockOptions, Saving } from '../../index.ts';

async function shop(options: MockOptions = {}) {
  const mock = frozenMock(options);
  const account = mock.account('100001');
  const user = await loggedIn(mock);
  account.reset(['journal']);
  const saving = (by: Saving['by']) => account.report().savings.find((one) => one.by === by);
  return { mock, account, saving, ...user };
}

const products = (count: number) => Array.from({ length: count }, (_, at) => ({ code: `A${at}`, name: 'A' }));

describe('the report of an account', () => {
  it('counts requests, calls, units and errors by name and code', async () => {
    const { mock, account, call, bulk } = await shop();
    await call('getBrands');
    await call('saveProduct', { netPrice: 'x' });
    await bulk([{ requestName: 'getBrands' }, { requestName: 'saveProduct', netPrice: 'x' }]);
    await bulk([{ requestName: 'x'.repeat(9) }, { requestName: 'y'.repeat(9) }]);
    expect(account.report()).toEqual({
      clientCode: '100001',
      requests: 4,
      unanswered: 0,
      calls: 6,
      units: 2.4,
      byCall: [
        { call: 'getBrands', calls: 2, units: 1.1, errors: 0 },
        { call: 'saveProduct', calls: 2, units: 1.1, errors: 2 },
        { call: 'unknown', calls: 2, units: 0.2, errors: 2 },
      ],
      errors: [
        { code: 1005, meaning: expect.stringContaining('names no call'), calls: 2 },
        { code: 1014, meaning: expect.stringContaining('wrong type'), calls: 2 },
      ],
      savings: [],
    });
    const headers = { host: 'localhost' };
    const response = await mock.app.request('/_mock/accounts/100001/report', { headers });
    expect(await response.json()).toEqual(account.report());
    account.reset(['journal']);
    expect(account.report()).toMatchObject({ requests: 0, calls: 0, units: 0, byCall: [], errors: [] });
  });

  it('has what calls one after another would have cost in bulk requests', async () => {
    const { account, saving, call, bulk } = await shop();
    for (const product of products(20)) await call('saveProduct', { ...product, groupID: 1 });
    expect(saving('bulk')).toEqual({
      by: 'bulk',
      call: 'saveProduct',
      calls: 20,
      units: 18,
      advice:
        '20 × saveProduct, one right after another: send up to 100 of them in one bulk request, where each costs 0.1 units.',
    });
    account.reset(['journal']);
    for (const product of products(20)) {
      await call('saveProduct', { ...product, groupID: 1 });
      account.clock.advance(10);
    }
    await bulk(products(20).map((product) => ({ requestName: 'saveProduct', ...product, groupID: 1 })));
    for (let round = 0; round < 10; round += 1) {
      await call('saveProduct', { name: 'a', groupID: 1 });
      await call('saveBrand', { name: `a${round}` });
    }
    expect(saving('bulk')).toBeUndefined();
  });

  it('counts the envelope of a bulk request where that costs', async () => {
    const { saving, call } = await shop({ set: { bulkEnvelopeCost: 1 } });
    for (const product of products(20)) await call('saveProduct', { ...product, groupID: 1 });
    expect(saving('bulk')?.units).toBe(17);
  });

  it.each([
    ['pageNo', (page: number) => ({ pageNo: page + 1 })],
    ['recordOffset', (page: number) => ({ recordOffset: page * 50 })],
    ['recordOffset with a row of overlap', (page: number) => ({ recordOffset: page * 49 })],
  ])('has what larger pages would have cost: %s', async (_, part) => {
    const { account, saving, call } = await shop();
    for (let page = 0; page < 12; page += 1)
      await call('getProducts', {
        recordsOnPage: 50,
        orderBy: 'productID',
        orderByDir: 'asc',
        ...part(page),
      });
    expect(saving('largerPages')).toMatchObject({
      calls: 12,
      units: 11,
      advice: '12 pages of getProducts would have been 1 of full size: ask for recordsOnPage=1000.',
    });
    account.reset(['journal']);
    for (let page = 0; page < 3; page += 1) await call('getProducts', { recordsOnPage: 1000, ...part(page) });
    for (let round = 0; round < 5; round += 1) await call('getProducts', { recordsOnPage: 5 });
    expect(saving('largerPages')).toBeUndefined();
  });

  it('has what changedSince would have saved of a list that was read in full again', async () => {
    const { account, saving, call } = await shop();
    const readAll = async (fields = {}) => {
      for (const pageNo of [1, 2, 3, 4, 5, 6])
        await call('getProducts', { recordsOnPage: 100, pageNo, ...fields });
      account.clock.advance(300);
    };
    await readAll();
    expect(saving('changedSince')).toBeUndefined();
    await readAll();
    await readAll();
    expect(saving('changedSince')).toMatchObject({
      calls: 12,
      units: 10,
      advice:
        'getProducts read a whole list again 2 times, in 12 requests: ask only for what has changed, with changedSince.',
    });
    account.reset(['journal']);
    await readAll({ changedSince: 1 });
    await readAll({ changedSince: 1 });
    await readAll({ code: 'a' });
    expect(saving('changedSince')).toBeUndefined();
  });

  it('has repeats of the very same read while nothing has changed', async () => {
    const { account, saving, call } = await shop();
    for (let round = 0; round < 4; round += 1) await call('getProducts', { code: 'a', name: 'b' });
    expect(saving('cache')).toMatchObject({ call: 'getProducts', calls: 3, units: 3 });
    account.reset(['journal']);
    for (let round = 0; round < 4; round += 1) {
      await call('getProducts', { code: 'a' });
      account.clock.advance(61);
    }
    for (let round = 0; round < 4; round += 1) {
      await call('getProducts', { code: `a${round}` });
      await call('getProducts', { code: 'b', lang: round % 2 === 0 ? 'eng' : 'est', pageNo: round });
      await call('getBrands');
      account.data('products').update(1, { name: `n${round}` });
    }
    expect(saving('cache')).toBeUndefined();
  });

  it('has logins that a session which was still good would have saved', async () => {
    const { mock, account, saving } = await shop();
    account.data('users').insert({ userName: 'anna', password: 'x' });
    for (let round = 0; round < 3; round += 1) await loggedIn(mock);
    expect(saving('session')).toEqual({
      by: 'session',
      call: 'verifyUser',
      calls: 3,
      units: 3,
      advice: '3 × verifyUser while the user had a session that was still good: keep its key, and share it.',
    });
    account.reset(['journal']);
    for (let round = 0; round < 3; round += 1) {
      account.expireSessions();
      await loggedIn(mock);
      account.clock.advance(3601);
      await loggedIn(mock);
    }
    expect(saving('session')).toBeUndefined();
  });

  it('counts requests that a fault kept from the API, which are among no calls', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const account = mock.account('100001');
    account.addFault({ match: { request: 'getBrands' }, effect: { httpStatus: 503, body: {} } });
    await call('getBrands');
    expect(account.report()).toMatchObject({ requests: 2, unanswered: 1, calls: 1 });
    expect(reportText(mock, 'text')).toContain('2 requests, 1 unit; 1 kept from the API by faults');
  });

  it('is bounded, however much is asked', async () => {
    const { account, bulk } = await shop({ quota: 1e9 });
    for (let round = 0; round < 20; round += 1) {
      const requests = Array.from({ length: 100 }, (_, at) => ({
        requestName: 'getProducts',
        code: `${round}-${at}`,
      }));
      await bulk([...requests.slice(1), { requestName: `x${round}` }]);
    }
    expect(account.report().byCall).toHaveLength(2);
    expect(account.describe().bytes).toBeLessThan(22_000);
  });
});
