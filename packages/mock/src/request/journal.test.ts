import { describe, expect, it } from 'vitest';

import { ask, frozenMock, loggedIn, post, start } from '../../test/ask.ts';
import type { MockOptions } from '../index.ts';

async function shop(options: MockOptions = {}) {
  const mock = frozenMock(options);
  const account = mock.account('100001');
  const user = await loggedIn(mock);
  const get = async (query: string) => {
    const headers = { host: 'localhost' };
    const response = await mock.app.request(`/_mock/accounts/100001/journal${query}`, { headers });
    return { status: response.status, body: (await response.json()) as any };
  };
  const last = () => account.journal({ limit: 1 }).entries[0];
  return { mock, account, get, last, ...user };
}

describe('an entry of the journal', () => {
  it('says what came of a request: status, gate, units, time taken', async () => {
    let nowMs = 5000;
    const { call, account, last } = await shop({
      realTime: () => {
        nowMs += 10;
        return nowMs;
      },
    });
    await call('getProducts', { recordsOnPage: 5 });
    const entry = last();
    expect(entry).toEqual({
      id: 2,
      time: start,
      request: 'getProducts',
      userID: 1,
      status: 200,
      errorCode: 0,
      recordsInResponse: 5,
      units: 1,
      durationMs: expect.any(Number),
      parameters: { sessionKey: '<session:1>', recordsOnPage: '5' },
    });
    expect((entry?.durationMs ?? 0) % 10).toBe(0);
    expect(entry?.durationMs).toBeGreaterThan(0);
    account.setConfig({ set: { sessionErrorStatus: 403 } });
    account.expireSessions();
    await call('getProducts');
    expect(last()).toMatchObject({ status: 403, errorCode: 1054, gate: 'session', units: 1 });
  });

  it.each([
    ['maintenance', 1000, { maintenance: true }, { request: 'getProducts' }],
    ['responseType', 1007, {}, { request: 'getProducts', responseType: 'PDF' }],
    ['bulkShape', 1015, {}, { requests: '[' }],
    ['callName', 1005, {}, { request: 'getNothing' }],
    ['session', 1009, {}, { request: 'getProducts', sessionKey: '' }],
    ['module', 1006, { modules: { getProducts: false } }, { request: 'getProducts' }],
    ['validation', 1014, {}, { request: 'saveProduct', netPrice: 'x' }],
    ['handler', 1051, {}, { request: 'verifyUser', username: 'nobody', password: 'x' }],
  ] as const)('names what refused it: %s', async (gate, errorCode, config, fields) => {
    const { mock, account, sessionKey } = await shop();
    account.setConfig(config);
    await ask(mock, { clientCode: '100001', sessionKey, ...fields });
    const { entries } = account.journal({ gate });
    expect(entries).toMatchObject([{ gate, errorCode }]);
    const charged = ['maintenance', 'responseType', 'bulkShape', 'callName'].includes(gate) ? 0 : 1;
    expect(entries[0]?.units).toBe(charged);
  });

  it('names the quota gate, rights, and a word without its document', async () => {
    const { account, bulk, last, call } = await shop();
    await bulk([{ requestName: 'getProducts', productID: 'CURRENT_INVOICE_ID' }]);
    expect(account.journal({ gate: 'currentInvoice' }).entries).toHaveLength(1);
    account.data('users').update(1, { rights: { view: false, add: true, edit: true, delete: true } });
    await call('getProducts');
    expect(last()).toMatchObject({ gate: 'rights', errorCode: 1060 });
    account.setQuota({ limit: 0 });
    await call('getProducts');
    expect(last()).toMatchObject({ gate: 'quota', errorCode: 1002, units: 0 });
  });

  it('has the units that add up to the quota used, what was given back included', async () => {
    for (const quotaCountsErrors of ['yes', 'no'] as const) {
      const { account, call, bulk } = await shop({ set: { quotaCountsErrors, bulkEnvelopeCost: 1 } });
      await call('getProducts');
      await call('saveProduct', { netPrice: 'x' });
      await bulk([{ requestName: 'getProducts' }, { requestName: 'nothing' }, { requestName: 'getBrands' }]);
      await bulk([{ requestName: 'getProducts' }, { requestName: 'getBrands' }].slice(0, 0));
      const { entries } = account.journal();
      const sum = entries.reduce((units, entry) => units + entry.units, 0);
      expect(sum).toBeCloseTo(account.quota().used, 9);
      expect(account.report().units).toBeCloseTo(account.quota().used, 9);
    }
  });

  it('tells which sub-requests belong to which bulk request, and how many it has', async () => {
    const { account, bulk } = await shop();
    await bulk([{ requestName: 'getBrands' }, { requestName: 'getProducts', sessionKey: 'x' }]);
    await bulk([{ requestName: 'getWarehouses' }]);
    const entries = account.journal({ after: 1 }).entries;
    expect(
      entries.map(({ request, bulk: number, subRequest, subRequests }) => [
        request,
        number,
        subRequest,
        subRequests,
      ]),
    ).toEqual([
      ['getBrands', 1, 0, undefined],
      ['getProducts', 1, 1, undefined],
      ['bulk', 1, undefined, 2],
      ['getWarehouses', 2, 0, undefined],
      ['bulk', 2, undefined, 1],
    ]);
    expect(entries[1]?.ignored).toEqual(['sessionKey']);
    expect(entries.map(({ status }) => status)).toEqual([undefined, undefined, 200, undefined, 200]);
  });

  it('lists parameters that are unknown, with what was probably meant, and those that had no effect', async () => {
    const { call, last } = await shop();
    await call('getProducts', { changdSince: 1, foo: 1, pageNo: 'x', recordsOnPage: '', code: '' });
    expect(last()).toMatchObject({
      unknown: [{ name: 'changdSince', didYouMean: 'changedSince' }, { name: 'foo' }],
      ignored: ['recordsOnPage', 'pageNo'],
    });
  });

  it('says what a deprecated call is replaced by', async () => {
    const { account, call, bulk, last } = await shop();
    await call('getWarehouses');
    expect(last()?.deprecated).toBe('Account Administration API GET /v1/warehouse');
    await bulk([
      { requestName: 'getWarehouses' },
      { requestName: 'getBrands' },
      { requestName: 'getSuppliers' },
    ]);
    expect(
      account.journal({ limit: 4 }).entries.map(({ request, deprecated }) => [request, deprecated]),
    ).toEqual([
      ['getWarehouses', 'Account Administration API GET /v1/warehouse'],
      ['getBrands', undefined],
      ['getSuppliers', 'PIM API GET /v1/supplier'],
      ['bulk', undefined],
    ]);
  });

  it('shows no more than the beginning of a long value, and says so', async () => {
    const { call, last } = await shop({ journal: 'full' });
    const description = 'd'.repeat(1000);
    await call('saveProduct', { description, name: 'n' });
    expect(last()?.cut).toEqual(['description']);
    expect(last()?.parameters.description).toHaveLength(200);
    await call('getProducts', Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x${at}`, 1])));
    expect(last()?.moreParameters).toBe(51);
  });
});

describe('the filters of the journal', () => {
  it('choose by request, code, user, gate, time and what is new', async () => {
    const { mock, account, get, call } = await shop();
    account.data('users').insert({ userName: 'anna', password: 'x' });
    const login = { clientCode: '100001', request: 'verifyUser', username: 'anna', password: 'x' };
    const { records } = await ask(mock, login);
    const key = records[0].sessionKey;
    account.clock.advance(60);
    await ask(mock, { clientCode: '100001', sessionKey: key, request: 'getBrands' });
    await call('getProducts', { pageNo: 1 });
    await call('getProducts', { pageNo: 2 });
    await call('saveProduct', { netPrice: 'x' });
    const ids = async (query: string) => (await get(query)).body.entries.map((entry: any) => entry.id);
    expect(await ids('?request=getProducts')).toEqual([4, 5]);
    expect(await ids('?errorCode=1014')).toEqual([6]);
    expect(await ids('?user=anna')).toEqual([3]);
    expect(await ids('?user=1')).toEqual([4, 5, 6]);
    expect(await ids('?gate=validation')).toEqual([6]);
    expect(await ids('?fault=1')).toEqual([]);
    expect(await ids(`?since=${start + 1}`)).toEqual([3, 4, 5, 6]);
    expect(await ids('?limit=2')).toEqual([5, 6]);
    expect(await ids('?after=2')).toEqual([3, 4, 5, 6]);
    expect(await ids('?after=2&limit=2')).toEqual([3, 4]);
    expect(account.journal({ user: 'anna', after: 3 }).entries).toEqual([]);
  });

  it.each([
    ['?requst=x', 'a journal has no filter "requst"; did you mean request?'],
    ['?request=getProdcts', 'there is no call "getProdcts"; did you mean getProducts?'],
    ['?gate=valdation', 'there is no gate "valdation"; did you mean validation?'],
    ['?gate=door', 'there is no gate "door"; there are: account, maintenance, '],
    ['?user=nobody', 'user is not the name of a user of this account, nor an ID'],
    ['?errorCode=x', 'errorCode needs a whole number'],
    ['?after=-1', 'after needs a whole number'],
    ['?request=', 'request needs a text that is not empty'],
    [`?since=${start}000`, 'since is in milliseconds; it needs Unix seconds'],
  ])('refuse %s', async (query, message) => {
    const { get } = await shop();
    expect(await get(query)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(message) },
    });
  });

  it('find a name that no call has where somebody has used it', async () => {
    const { mock, get } = await shop();
    await post(mock, { clientCode: '100001', request: 'getProdcts' });
    expect((await get('?request=getProdcts')).body.entries).toHaveLength(1);
  });
});
