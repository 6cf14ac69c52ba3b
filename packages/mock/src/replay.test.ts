import { describe, expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { frozenMock, loggedIn, post, start } from '../test/ask.ts';
import { exampleFields } from '../test/example-fields.ts';
import { BundleError, replay } from './index.ts';

const shop = { products: 40, warehouses: 2 };
const same = { difference: undefined, skippedWrites: 0, skipped: 0, missing: 0 };

/** As it goes over the wire. */
const sent = <TValue>(value: TValue): TValue => JSON.parse(JSON.stringify(value));

async function conversation(options = {}) {
  const mock = frozenMock({ ...shop, journal: 'full', ...options });
  const account = mock.account('100001');
  account.data('products').update(1, { name: 'Before' });
  const { call, bulk, sessionKey } = await loggedIn(mock);
  await call('getProducts', { recordsOnPage: 20, pageNo: 2 });
  await call('saveProduct', { productID: 1, name: 'Own', netPrice: '12.5' });
  await call('saveProduct', { netPrice: 'x' });
  await call('getNothing');
  await bulk([
    { requestName: 'saveBrand', requestID: 1, name: 'B' },
    { requestName: 'getBrands', requestID: 2 },
    { requestName: 'getPoducts', requestID: 3 },
  ]);
  account.stockMovements.insert({ productID: 3, warehouseID: 1, amount: 7 });
  await call('getProductStock', { warehouseID: 1, getAmountReserved: 1 });
  account.clock.advance('2h');
  await call('getProducts');
  const again = await loggedIn(mock);
  await again.call('getProducts', { searchName: 'Own' });
  await post(mock, { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'wrong' });
  await again.call('changePassword', { oldPassword: 'demouser', newPassword: 'Other-Password-1' });
  await post(mock, { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'demouser' });
  await post(mock, {
    clientCode: '100001',
    request: 'verifyUser',
    username: 'demo',
    password: 'Other-Password-1',
  });
  account.addFault({ match: { request: 'getBrands', nth: 2 }, effect: { errorCode: 1002 } });
  account.addFault({ match: { request: 'getBrands', nth: 3 }, effect: { httpStatus: 503, body: {} } });
  for (let left = 4; left > 0; left -= 1) await again.call('getBrands');
  return { mock, account, sessionKey };
}

describe('a bundle', () => {
  it('is asked again with the same answers', async () => {
    const { account } = await conversation();
    const { entries } = account.journal();
    const result = await replay(sent(account.bundle()));
    expect(result).toEqual({
      ...same,
      asked: entries.filter((entry) => entry.subRequest === undefined).length,
    });
    expect(result.asked).toBeGreaterThan(15);
  });

  it('does not ask again what was refused for its new password, which the journal does not tell', async () => {
    const mock = frozenMock({ ...shop, journal: 'full' });
    const { call } = await loggedIn(mock);
    await call('changePassword', { oldPassword: 'demouser', newPassword: 'simple' });
    await call('saveUser', { userGroupID: 1, name: 'anna', password: 'simple' });
    await call('saveUser', { userGroupID: 1, name: 'anna', password: 'Longer4711', cardCode: '471147' });
    await call('switchUser', { cardCode: '000000' });
    await call('switchUser', { cardCode: '471147' });
    const login = { clientCode: '100001', request: 'verifyUser', username: 'anna', password: 'Longer4711' };
    await post(mock, login);
    const result = await replay(sent(mock.account('100001').bundle()));
    expect(result).toEqual({ ...same, asked: 5, skipped: 2, skippedWrites: 2 });
  });

  it('of an account that was signed up begins with its sign-up', async () => {
    const mock = frozenMock({ ...shop, journal: 'full' });
    const signUp = { ...exampleFields(calls.createInstallation), request: 'createInstallation' };
    const answer = await (await post(mock, signUp)).json();
    const { clientCode, username, password } = (answer as any).records[0];
    const login = await post(mock, { clientCode, request: 'verifyUser', username, password });
    const { sessionKey } = ((await login.json()) as any).records[0];
    await post(mock, { clientCode, sessionKey, request: 'getEmployees' });
    const result = await replay(sent(mock.account(String(clientCode)).bundle()));
    expect(result).toEqual({ ...same, asked: 3 });
  });

  it('holds no key and no password', async () => {
    const { account, sessionKey } = await conversation();
    const text = JSON.stringify(account.bundle());
    expect(text).not.toContain(sessionKey);
    expect(text).not.toMatch(/demouser|Other-Password|wrong/);
    expect(text).toContain('<session:1>');
  });

  it('names the first answer that is another one', async () => {
    const { account } = await conversation();
    const bundle = sent(account.bundle());
    const entries = bundle.segments.flatMap((segment) => segment.entries);
    const changed = entries.find(({ request }) => request === 'getProducts') as { recordsInResponse: number };
    changed.recordsInResponse = 7;
    const { difference, asked } = await replay(bundle);
    expect(difference).toMatchObject({ request: 'getProducts', field: 'recordsInResponse', was: 7, is: 20 });
    expect(asked).toBe(2);
  });

  it('finds that the state before was another one', async () => {
    const mock = frozenMock({ ...shop, journal: 'full' });
    const { call } = await loggedIn(mock);
    const productID = mock.account('100001').data('products').insert({ name: 'Own' });
    await call('getProducts', { productID });
    const bundle = sent(mock.account('100001').bundle());
    const lines = bundle.segments.flatMap(({ state }) => state) as { changes?: unknown[] }[];
    for (const line of lines) if (line.changes) line.changes = [];
    expect((await replay(bundle)).difference).toMatchObject({
      ...{ request: 'getProducts', was: 1, is: 0 },
    });
  });

  it('counts what it skips because an input was masked, and says whether that may matter', async () => {
    const { account } = await conversation({ journal: 'masked' });
    const { skipped, skippedWrites, asked } = await replay(sent(account.bundle()));
    expect(skipped).toBeGreaterThan(0);
    expect(skippedWrites).toBeGreaterThan(0);
    expect(skippedWrites).toBeLessThanOrEqual(skipped);
    expect(asked).toBeGreaterThan(5);
  });

  it('begins where the journal still has everything', async () => {
    const mock = frozenMock({ ...shop, journal: 'full', quota: 1e6 });
    const { call } = await loggedIn(mock);
    await call('saveBrand', { name: 'First' });
    for (let asked = 0; asked < 1500; asked += 1) await call('getBrands', { pageNo: (asked % 3) + 1 });
    const bundle = mock.account('100001').bundle();
    expect(bundle.missing).toBeGreaterThan(500);
    const known = bundle.segments.flatMap(({ entries }) => entries).length;
    expect(known).toBeGreaterThan(700);
    expect(await replay(sent(bundle))).toEqual({ ...same, missing: bundle.missing, asked: known });
  });

  it('of a fake with own data needs the same data again', async () => {
    const data = {
      brands: [{ brandID: 1, name: 'Own' }],
      stockMovements: [{ productID: 3, warehouseID: 1, amount: 7 }],
    };
    const mock = frozenMock({ ...shop, journal: 'full', data });
    const { call } = await loggedIn(mock);
    await call('getProductStock', { warehouseID: 1 });
    const bundle = sent(mock.account('100001').bundle());
    expect(await replay(bundle, { data })).toEqual({ ...same, asked: 2 });
    await expect(replay(bundle)).rejects.toThrow('or with other data');
  });

  it('of requests that came beside each other begins after them', async () => {
    const mock = frozenMock({ ...shop, journal: 'full' });
    const { call } = await loggedIn(mock);
    await Promise.all([call('saveBrand', { name: 'x' }), call('getBrands'), call('getProducts')]);
    await call('getBrands');
    expect(await replay(sent(mock.account('100001').bundle()))).toEqual({ ...same, asked: 5 });
  });

  it('knows passwords however many other values are masked', async () => {
    const mock = frozenMock({ ...shop, quota: 1e6 });
    const { call } = await loggedIn(mock);
    for (let asked = 0; asked < 60; asked += 1) {
      const values = Array.from({ length: 20 }, (_, index) => [`unknown${index}`, `${asked}/${index}`]);
      await call('getBrands', Object.fromEntries(values));
    }
    await call('getBrands');
    expect(await replay(sent(mock.account('100001').bundle()))).toEqual({ ...same, asked: 2, skipped: 60 });
  });

  it('knows that faults and chaos were taken away', async () => {
    const mock = frozenMock({ ...shop, journal: 'full' });
    const { call } = await loggedIn(mock);
    const account = mock.account('100001');
    account.addFault({ effect: { errorCode: 1002 } });
    await call('getBrands');
    account.clearFaults();
    await call('getBrands');
    account.setChaos({ seed: 1, percent: { 'errorCode:1002': 100 } });
    await call('getBrands');
    account.clearChaos();
    await call('getBrands');
    expect(await replay(sent(account.bundle()))).toEqual({ ...same, asked: 5 });
  });

  it('goes on after a request that is not asked again, with its units and without its fault', async () => {
    const mock = frozenMock({ ...shop, journal: 'full', quota: 4 });
    const { call, sessionKey } = await loggedIn(mock);
    const fields = { clientCode: '100001', sessionKey, request: 'getBrands' };
    const headers = { host: 'localhost', 'Erply-Mock-Fault': '{"truncateAtByte":5}' };
    await call('getBrands', { unknown: 'x' });
    await mock.app.request('/api/', { method: 'POST', body: new URLSearchParams(fields), headers });
    await call('getBrands');
    expect((await call('getBrands')).status.errorCode).toBe(1002);
    const result = await replay(sent(mock.account('100001').bundle()));
    expect(result).toEqual({ ...same, asked: 3, skipped: 2, skippedWrites: 1 });
  });

  it('of requests that came beside each other does not differ where their order is not known', async () => {
    const mock = frozenMock({ ...shop, journal: 'full' });
    const { call, bulk } = await loggedIn(mock);
    mock.account('100001').addFault({ match: { nth: 3 }, effect: { errorCode: 1002 } });
    const parts = [{ requestName: 'saveBrand', name: 'x' }, { requestName: 'getBrands' }];
    await Promise.all([bulk(parts), call('getBrands'), bulk(parts), call('getSuppliers')]);
    await call('getBrands');
    const { difference, asked, skipped } = await replay(sent(mock.account('100001').bundle()));
    expect([difference, asked + skipped]).toEqual([undefined, 6]);
  });

  it('over HTTP is the same', async () => {
    const { mock, account } = await conversation();
    const headers = { host: 'localhost' };
    const response = await mock.app.request('/_mock/accounts/100001/bundle', { headers });
    expect(await response.json()).toEqual(sent(account.bundle()));
  });

  it.each([
    [undefined, 'this is not a bundle: GET /_mock/accounts/CODE/bundle makes one'],
    [{ format: 'x' }, 'this is not a bundle'],
    [{ formatVersion: 9 }, 'the bundle is of version 9; this erply-mock replays version 2'],
    [{ segments: 1 }, 'the bundle is damaged: segments is not what it should be'],
    [{ origin: { seed: 5 } }, 'the bundle is of a fake with another shop, or with other data: {"seed":5}'],
    [{ clientCode: 'other' }, 'the bundle is damaged: its account is not in it'],
  ])('that is changed by %j is refused', async (change, message) => {
    const { account } = await conversation();
    const bundle = change && { ...sent(account.bundle()), ...change };
    await expect(replay(bundle)).rejects.toThrow(BundleError);
    await expect(replay(bundle)).rejects.toThrow(message);
    expect(start).toBeGreaterThan(0);
  });
});
