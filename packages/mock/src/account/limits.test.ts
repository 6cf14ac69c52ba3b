import { describe, expect, it } from 'vitest';

import { ask, frozenMock, loggedIn } from '../../test/ask.ts';

describe('the hourly quota', () => {
  it('counts a request as one and a sub-request as a tenth, logins and errors included', async () => {
    const mock = frozenMock();
    const { call, bulk } = await loggedIn(mock);
    await call('getWarehouses');
    await call('getProducts', { productID: 'x' });
    await bulk([{ requestName: 'getWarehouses' }, { requestName: 'nope' }]);
    expect(mock.account('100001').quota().used).toBe(3.2);
    expect(mock.account('100001').quota().byCall).toMatchObject({
      verifyUser: 1,
      getWarehouses: 1.1,
      unknown: 0.1,
    });
  });

  it('refuses everything with 1002 once it is used up, and starts anew at the turn of the clock hour', async () => {
    const mock = frozenMock({ quota: 3 });
    mock.clock.advance('59m');
    const { call } = await loggedIn(mock);
    expect((await call('getWarehouses')).status.errorCode).toBe(0);
    expect((await call('getWarehouses')).status.errorCode).toBe(0);
    expect((await call('getWarehouses')).status.errorCode).toBe(1002);
    const login = { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'demouser' };
    expect((await ask(mock, login)).status.errorCode).toBe(1002);
    mock.clock.advance(60);
    expect((await call('getWarehouses')).status.errorCode).toBe(0);
    expect(mock.account('100001').quota().used).toBe(1);
  });

  it('runs a bulk request whole when there is some quota left', async () => {
    const mock = frozenMock({ quota: 1.1 });
    const { bulk } = await loggedIn(mock);
    const requests = Array.from({ length: 50 }, () => ({ requestName: 'getWarehouses' }));
    expect((await bulk(requests)).requests).toHaveLength(50);
    const refused = await bulk(requests);
    expect(refused).toEqual({
      status: expect.objectContaining({ errorCode: 1002, responseStatus: 'error' }),
    });
  });

  it('does not charge what is refused with 1002, 1005 or 1020', async () => {
    const mock = frozenMock({ quota: 10 });
    const { call, bulk } = await loggedIn(mock);
    await call('getNothing');
    const tooMany = await bulk(Array.from({ length: 101 }, () => ({ requestName: 'getWarehouses' })));
    expect(tooMany.status.errorCode).toBe(1020);
    expect(mock.account('100001').quota().used).toBe(1);
  });

  it('can leave errors uncharged', async () => {
    const mock = frozenMock({ set: { quotaCountsErrors: 'no' } });
    const { call, bulk } = await loggedIn(mock);
    await call('getProducts', { productID: 'x' });
    await bulk([
      { requestName: 'getProducts', productID: 'x' },
      { requestName: 'nope' },
      { requestName: 'getWarehouses' },
    ]);
    expect(mock.account('100001').quota()).toMatchObject({
      used: 1.1,
      byCall: { getProducts: 0, unknown: 0 },
    });
  });
});
