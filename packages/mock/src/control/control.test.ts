import { describe, expect, it } from 'vitest';

import { control, frozenMock, loggedIn, post, start } from '../../test/ask.ts';
import { createMock } from '../index.ts';

const json = { 'content-type': 'application/json', host: 'localhost' };

describe('the control API', () => {
  it('shows its health to everybody', async () => {
    const mock = createMock({ seed: 3 }, '0.0.0.0');
    const response = await mock.app.request('/_mock/health', {
      headers: { host: 'anything.example', origin: 'https://x.example' },
    });
    expect(await response.json()).toEqual({
      status: 'ready',
      version: expect.any(String),
      seed: 3,
      dataset: 'demo@2',
    });
  });

  it('moves the default clock, which accounts without their own follow', async () => {
    const mock = frozenMock();
    const ask = control(mock);
    expect((await ask('GET', '/clock')).body).toEqual({ now: start, frozen: true });
    expect((await ask('POST', '/clock/advance', { by: '1h30m' })).body).toEqual({
      now: start + 5400,
      frozen: true,
    });
    expect((await ask('POST', '/accounts/a/clock/advance', { seconds: 10 })).body.now).toBe(start + 5410);
    expect((await ask('PUT', '/clock', { now: start + 6000 })).body.now).toBe(start + 6000);
    expect((await ask('GET', '/accounts/a/clock')).body.now).toBe(start + 5410);
    expect((await ask('GET', '/accounts/b/clock')).body.now).toBe(start + 6000);
    expect(
      (await ask('PUT', '/clock', { now: new Date((start + 7000) * 1000).toISOString() })).body.now,
    ).toBe(start + 7000);
  });

  it('refuses to turn a clock back, and lets it run again', async () => {
    const ask = control(frozenMock());
    expect((await ask('PUT', '/clock', { now: start - 1 })).status).toBe(409);
    expect((await ask('POST', '/clock/advance', { seconds: -1 })).status).toBe(409);
    expect((await ask('PUT', '/clock', { frozen: false })).body.frozen).toBe(false);
  });

  it('reads, adds, changes and deletes records as another user of the account would', async () => {
    const mock = frozenMock();
    const ask = control(mock);
    const { call } = await loggedIn(mock);
    const created = await ask('POST', '/accounts/100001/data/products', {
      name: 'New',
      groupID: '2',
      active: 1,
    });
    expect(created).toEqual({ status: 201, body: { id: 601 } });
    mock.clock.advance(10);
    const changed = await ask('PUT', '/accounts/100001/data/products/601', { price: 5 });
    expect(changed.body).toMatchObject({
      productID: 601,
      name: 'New',
      groupID: 2,
      price: 5,
      added: start,
      lastModified: start + 10,
    });
    expect((await call('getProducts', { productID: 601 })).records[0]).toMatchObject({
      name: 'New',
      price: 5,
    });
    expect((await ask('DELETE', '/accounts/100001/data/products/601')).status).toBe(204);
    expect((await ask('GET', '/accounts/100001/data/products/601')).status).toBe(404);
    expect((await call('getUserOperationsLog', { tableName: 'products' })).records).toHaveLength(1);
    expect((await ask('GET', '/accounts/100001/data/warehouses')).body).toHaveLength(4);
  });

  it('lists every table, new records with nothing but what is required included', async () => {
    const mock = frozenMock();
    const ask = control(mock);
    // They share one number space.
    const sharing = ['customers', 'suppliers'];
    const { tables } = (await ask('GET', '/accounts/100001')).body;
    for (const [table, count] of Object.entries(tables as Record<string, number>)) {
      if (table === 'stockMovements') continue;
      const record = table === 'users' ? { userName: 'new' } : {};
      const { status, body } = await ask('POST', `/accounts/100001/data/${table}`, record);
      const next = sharing.includes(table) ? expect.any(Number) : count + 1;
      expect([table, status, body]).toEqual([table, 201, { id: next }]);
      expect((await ask('GET', `/accounts/100001/data/${table}`)).body).toHaveLength(count + 1);
    }
  });

  it.each([
    ['POST', '/accounts/a/data/productz', {}, 404],
    ['PUT', '/accounts/a/data/products/99999', { name: 'x' }, 404],
    ['PUT', '/accounts/a/data/products/1', { nmae: 'x' }, 400],
    ['PUT', '/accounts/a/data/products/1', { groupName: 'x' }, 400],
    ['PUT', '/accounts/a/data/products/1', { price: 'cheap' }, 400],
    ['POST', '/accounts/a/data/products', { productID: 1 }, 409],
    ['POST', '/accounts/a/data/stockMovements', { productID: 1, warehouseID: 99, amount: 1 }, 404],
    ['POST', '/accounts/a/data/stockMovements', { productID: 1, warehouseID: 1, amount: 'x' }, 400],
    ['POST', '/accounts/a/data/stockMovements', { productID: { a: 1 }, warehouseID: 1, amount: 1 }, 400],
    ['DELETE', '/accounts/a/data/stockMovements/1', undefined, 405],
    ['PUT', '/accounts/a/config', { set: { nonsense: 1 } }, 400],
    ['PUT', '/accounts/a/config', { set: { errorBody: 'D' } }, 400],
    ['PUT', '/accounts/a/config', { speed: 1 }, 400],
    ['PUT', '/accounts/a/quota', { used: -1 }, 400],
    ['POST', '/accounts/a/reset', { what: ['everything'] }, 400],
    ['POST', '/clock/advance', { by: 'soon' }, 400],
    ['POST', '/clock/advance', { seconds: 1e308 }, 400],
    ['POST', '/accounts/a/reset', { what: [1] }, 400],
    ['POST', '/accounts/a/data/products', { productID: 2 ** 31 }, 400],
    ['POST', '/accounts/a/data/stockMovements', { productID: 1, warehouseID: 1, amount: 1e308 }, 400],
    ['POST', '/accounts/a/data/users', { userName: '' }, 400],
    ['GET', '/accounts/a/journal?limit=x', undefined, 400],
    ['GET', '/accounts/ä', undefined, 404],
    ['GET', '/nothing', undefined, 404],
  ])('answers %s %s with %j by %i and one sentence', async (method, path, body, status) => {
    const mock = frozenMock();
    const answer = await control(mock)(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(/\S/);
    expect(mock.accounts()).toEqual([]);
  });

  it('sets quota and configuration, expires sessions, and resets part or all', async () => {
    const mock = frozenMock();
    const ask = control(mock);
    const { call } = await loggedIn(mock);
    await ask('PUT', '/accounts/100001/quota', { limit: 5, used: 5 });
    expect((await call('getWarehouses')).status.errorCode).toBe(1002);
    await ask('POST', '/accounts/100001/reset', { what: ['quota'] });
    await ask('PUT', '/accounts/100001/config', { maintenance: true, set: { errorBody: 'C' } });
    expect(await call('getWarehouses')).toMatchObject({ status: { errorCode: 1000 }, records: [] });
    await ask('PUT', '/accounts/100001/config', { maintenance: false });
    expect((await ask('POST', '/accounts/100001/sessions/expire')).body).toEqual({ expired: 1 });
    expect((await call('getWarehouses')).status.errorCode).toBe(1054);
    await ask('POST', '/accounts/100001/reset');
    expect((await call('getWarehouses')).status.errorCode).toBe(1055);
    expect((await ask('GET', '/accounts/100001')).body).toMatchObject({
      changed: false,
      sessions: 0,
      quota: { limit: 6000 },
    });
  });

  it('keeps a journal that masks what may be secret or personal', async () => {
    const mock = frozenMock();
    const { call, bulk } = await loggedIn(mock);
    await call('getProducts', { recordsOnPage: 5, code: 'x', naem: 'Jane' });
    await bulk([{ requestName: 'getWarehouses' }, { requestName: 'saveProduct', name: 'Secret plan' }]);
    const { body } = await control(mock)('GET', '/accounts/100001/journal');
    const text = JSON.stringify(body);
    for (const secret of ['demouser', 'Secret plan', 'Jane']) expect(text).not.toContain(secret);
    expect(
      body.entries.map((entry: { request: string; errorCode: number }) => [entry.request, entry.errorCode]),
    ).toEqual([
      ['verifyUser', 0],
      ['getProducts', 0],
      ['getWarehouses', 0],
      ['saveProduct', 1010],
      ['bulk', 0],
    ]);
    expect(body.entries[1]).toMatchObject({
      parameters: { recordsOnPage: '5', naem: expect.stringMatching(/^<masked:\d+>$/) },
      notes: [expect.stringContaining('did you mean name')],
    });
    const failed = await control(mock)('GET', '/accounts/100001/journal?errorCode=1010');
    expect(failed.body.entries).toHaveLength(1);
  });

  it('empties the journal, and remembers what was tried at an account that nobody has logged in to', async () => {
    const mock = frozenMock();
    const wrong = { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'wrong' };
    await post(mock, wrong);
    const { entries } = mock.account('100001').journal();
    expect(entries).toMatchObject([
      { request: 'verifyUser', errorCode: 1051, parameters: { password: '<masked:2>' } },
    ]);
    expect((await control(mock)('DELETE', '/accounts/100001/journal')).status).toBe(204);
    expect(mock.account('100001').journal()).toEqual({ entries: [], dropped: 0 });
  });

  it('keeps the last 1,000 entries and says how many it dropped', async () => {
    const mock = frozenMock({ quota: 1e9 });
    const { bulk } = await loggedIn(mock);
    const hundred = Array.from({ length: 100 }, () => ({ requestName: 'getSessionKeyInfo' }));
    for (let round = 0; round < 25; round += 1) await bulk(hundred);
    const { entries, dropped } = mock.account('100001').journal();
    expect([entries.length, dropped, entries[0]?.id]).toEqual([1000, 1526, 1527]);
  });

  it('is closed to web pages, foreign hosts and other content types', async () => {
    const mock = frozenMock();
    const ask = control(mock);
    expect((await ask('GET', '/clock', undefined, { ...json, origin: 'http://localhost:3000' })).status).toBe(
      403,
    );
    for (const host of [
      'evil.example',
      '127.evil.example',
      '127.0.0.1.evil.example:8090',
      'localhost.evil.example',
    ])
      expect((await ask('GET', '/clock', undefined, { host })).status).toBe(403);
    for (const host of ['localhost:8090', '127.0.0.1:8090', '[::1]:8090', '127.8.9.10'])
      expect((await ask('GET', '/clock', undefined, { host })).status).toBe(200);
    expect(
      (await ask('PUT', '/clock', { frozen: true }, { 'content-type': 'text/plain', host: 'localhost' }))
        .status,
    ).toBe(415);
    expect(
      (
        await control(frozenMock({ publicUrl: 'https://fake.example' }))('GET', '/clock', undefined, {
          host: 'fake.example',
        })
      ).status,
    ).toBe(200);
  });

  it('takes the control token where the address bound is a name that only begins like one of loopback', async () => {
    const mock = createMock({}, '127.evil.example');
    const headers = { host: '127.evil.example' };
    expect((await mock.app.request('/_mock/clock', { headers })).status).toBe(403);
  });

  it('takes the control token off loopback', async () => {
    const headers = { host: '10.0.0.5:8090' };
    const closed = createMock({}, '10.0.0.5');
    expect((await closed.app.request('/_mock/clock', { headers })).status).toBe(403);
    const open = createMock({ controlToken: 'T' }, '10.0.0.5');
    const status = async (authorization: string) =>
      (await open.app.request('/_mock/clock', { headers: { ...headers, authorization } })).status;
    expect([await status('Bearer T'), await status('Bearer t'), await status('')]).toEqual([200, 403, 403]);
  });
});
