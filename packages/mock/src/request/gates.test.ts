import { describe, expect, it } from 'vitest';

import { ask, type Fields, frozenMock, loggedIn } from '../../test/ask.ts';

/**
 * Everything that can be wrong with a request at once, in the order of the gates. Each step mends the first of them,
 * so that the next one shows.
 */
const faults: readonly {
  readonly code: number;
  readonly mend: Fields | ((mock: ReturnType<typeof frozenMock>) => void);
}[] = [
  { code: 1001, mend: { clientCode: '100001' } },
  { code: 1000, mend: (mock) => mock.account('100001').setConfig({ maintenance: false }) },
  { code: 1007, mend: { responseType: 'JSON' } },
  { code: 1005, mend: { request: 'saveProduct' } },
  { code: 1002, mend: (mock) => mock.account('100001').setQuota({ used: 0 }) },
  { code: 1009, mend: { sessionKey: 'unknown' } },
];

describe('the gates', () => {
  it('refuse a request for the first of its faults, in their order', async () => {
    const mock = frozenMock();
    const account = mock.account('100001');
    account.data('users').insert({
      userName: 'anna',
      password: 'secret',
      rights: { view: true, add: false, edit: true, delete: true },
    });
    const login = { clientCode: '100001', request: 'verifyUser', username: 'anna', password: 'secret' };
    const [{ sessionKey }] = (await ask(mock, login)).records;
    account.data('users').update(2, { apiAccess: false });
    account.setConfig({ maintenance: true, modules: { saveProduct: false, salon: false } });
    account.setQuota({ used: 6000 });
    let fields: Fields = {
      clientCode: '',
      responseType: 'YAML',
      request: 'nothing',
      lengthInMinutes: 5,
      netPrice: 'x',
    };
    const codeOf = async () => (await ask(mock, fields)).status.errorCode;
    for (const { code, mend } of faults) {
      expect(await codeOf()).toBe(code);
      if (typeof mend === 'function') mend(mock);
      else fields = { ...fields, ...mend };
    }
    expect(await codeOf()).toBe(1055);
    fields = { ...fields, sessionKey };
    expect(await codeOf()).toBe(1065);
    account.data('users').update(2, { apiAccess: true });
    expect(await codeOf()).toBe(1006);
    account.setConfig({ modules: { saveProduct: true } });
    expect(await codeOf()).toBe(1061);
    account.data('users').update(2, { rights: { add: true } });
    expect(await codeOf()).toBe(1006);
    account.setConfig({ modules: { salon: true } });
    expect(await codeOf()).toBe(1014);
    fields = { ...fields, netPrice: 1 };
    expect(await codeOf()).toBe(1010);
    fields = { ...fields, groupID: 1 };
    expect(await codeOf()).toBe(0);
  });

  it('look at the shape of a bulk request before its quota and session', async () => {
    const mock = frozenMock();
    const bulk = { clientCode: '100001', sessionKey: 'unknown', requests: '{"1":1}' };
    mock.account('100001').setQuota({ used: 6000 });
    expect((await ask(mock, bulk)).status.errorCode).toBe(1015);
    const many = JSON.stringify(Array.from({ length: 101 }, () => ({ requestName: 'getWarehouses' })));
    expect((await ask(mock, { ...bulk, requests: many })).status.errorCode).toBe(1020);
    const one = JSON.stringify([{ requestName: 'getWarehouses' }]);
    expect((await ask(mock, { ...bulk, requests: one })).status.errorCode).toBe(1002);
    mock.account('100001').setQuota({ used: 0 });
    expect((await ask(mock, { ...bulk, requests: one })).status.errorCode).toBe(1055);
  });

  it('let calls pass without a session that need none, whatever key they come with', async () => {
    const mock = frozenMock();
    const request = { clientCode: '100001', request: 'getServiceEndpoints' };
    expect((await ask(mock, request)).status.errorCode).toBe(0);
    expect((await ask(mock, { ...request, sessionKey: 'unknown' })).status.errorCode).toBe(0);
    const bulk = JSON.stringify([{ requestName: 'getServiceEndpoints' }, { requestName: 'verifyUser' }]);
    const answer = await ask(mock, { clientCode: '100001', requests: bulk });
    expect(answer.requests.map((item: any) => item.status.errorCode)).toEqual([0, 1050]);
  });
});

describe('configuration', () => {
  it('takes modules from an account: calls answer 1006, inputs 1006 or 1028', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const config = mock.account('100001').setConfig({ modules: { extraCodes: false, getWarehouses: false } });
    expect(config.modules).toMatchObject({ extraCodes: false, salon: true, getWarehouses: false });
    expect((await call('getWarehouses')).status.errorCode).toBe(1006);
    expect((await call('getProducts', { code5: 'x' })).status).toMatchObject({ errorCode: 1006 });
    expect((await call('saveProduct', { code5: 'x' })).status).toMatchObject({
      errorCode: 1028,
      errorField: 'code5',
    });
    mock.account('100001').setConfig({ modules: { getWarehouses: true } });
    expect((await call('getWarehouses')).status.errorCode).toBe(0);
  });

  it('is the same in process, by `set` and by the control API, for one account or for all', async () => {
    const all = frozenMock({ set: { maintenance: 'on', 'modules.salon': 'off', pageTooLarge: '1016' } });
    const one = frozenMock();
    const response = await one.app.request('/_mock/accounts/1/config', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', host: 'localhost' },
      body: JSON.stringify({ maintenance: true, modules: { salon: false }, set: { pageTooLarge: '1016' } }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(all.account('1').config());
    expect(one.account('2').config()).toEqual(frozenMock().account('2').config());
    expect((await ask(all, { clientCode: '9', request: 'getServiceEndpoints' })).status.errorCode).toBe(1000);
    one.account('1').setConfig({ set: { maintenance: 'off', 'modules.salon': 'on', pageTooLarge: 'clamp' } });
    expect(one.account('1').config()).toEqual(frozenMock().account('1').config());
  });

  it.each([
    [{ modules: { salom: false } }, 'no module or call "salom", did you mean salon'],
    [{ set: { 'modules.salon': 'perhaps' } }, 'modules.salon: on or off'],
    [{ set: { maintenance: 'soon' } }, 'maintenance: on or off'],
    [{ set: { pageTooLarge: '7' } }, 'pageTooLarge: not one of clamp, 1016'],
    [{ set: { nothing: 1 } }, 'unknown switch "nothing"'],
    [{ nothing: 1 }, 'there is no setting "nothing"'],
  ])('is refused as %j, and nothing of it is taken', (change, message) => {
    const mock = frozenMock();
    const before = mock.account('1').config();
    expect(() => mock.account('1').setConfig({ maintenance: true, ...change } as never)).toThrow(message);
    expect(mock.account('1').config()).toEqual(before);
    expect(mock.accounts()).toEqual([]);
  });
});
