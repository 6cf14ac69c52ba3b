import { describe, expect, it } from 'vitest';

import { ask, frozenMock, loggedIn } from './ask.ts';

describe('bulk requests', () => {
  it('answer in order, echo requestID as it was sent, and let one failure not stop the rest', async () => {
    const { bulk } = await loggedIn(frozenMock());
    const { status, requests } = await bulk([
      { requestName: 'getProducts', requestID: 7, recordsOnPage: 2, getFields: 'productID' },
      { requestName: 'saveProduct', requestID: 'save', name: 'no group' },
      { requestName: 'getWarehouses' },
    ]);
    expect(Object.keys(status)).toEqual(['requestUnixTime', 'responseStatus', 'errorCode', 'generationTime']);
    expect(requests.map((item: { status: object }) => item.status)).toMatchObject([
      { requestName: 'getProducts', requestID: 7, errorCode: 0, recordsInResponse: 2 },
      { requestName: 'saveProduct', requestID: 'save', errorCode: 1010, errorField: 'groupID' },
      { requestName: 'getWarehouses', requestID: null, errorCode: 0 },
    ]);
    expect(requests[1].records).toBeNull();
  });

  it.each(['{}', 'nonsense', '[1]', '[[]]'])(
    'refuse %s as no list of requests with 1015',
    async (requests) => {
      const mock = frozenMock();
      const { sessionKey } = await loggedIn(mock);
      expect((await ask(mock, { clientCode: '100001', sessionKey, requests })).status.errorCode).toBe(1015);
    },
  );

  it('report a session that ran out once, outside', async () => {
    const mock = frozenMock();
    const { bulk } = await loggedIn(mock);
    mock.account('100001').expireSessions();
    const answer = await bulk([{ requestName: 'getWarehouses' }]);
    expect(answer.status.errorCode).toBe(1054);
    expect(answer.requests).toBeUndefined();
  });
});
