import { describe, expect, it } from 'vitest';

import { type Answer, frozenMock, loggedIn } from '../../test/ask.ts';

describe('parameters', () => {
  it('may stand in the query of a GET or a POST', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    const query = new URLSearchParams({ clientCode: '100001', sessionKey, request: 'getWarehouses' });
    for (const path of ['/api', '/api/']) {
      for (const method of ['GET', 'POST']) {
        const answer = (await (await mock.app.request(`${path}?${query}`, { method })).json()) as Answer;
        expect([path, method, answer.status.errorCode]).toEqual([path, method, 0]);
      }
    }
  });

  it('of the body win over those of the query, unless the account has it the other way', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    const body = () => new URLSearchParams({ clientCode: '100001', sessionKey, request: 'getWarehouses' });
    const called = async () => {
      const response = await mock.app.request('/api/?request=getProductGroups', {
        method: 'POST',
        body: body(),
      });
      return ((await response.json()) as Answer).status.request;
    };
    expect(await called()).toBe('getWarehouses');
    mock.account('100001').setConfig({ set: { merge: 'query' } });
    expect(await called()).toBe('getProductGroups');
  });
});
