import { describe, expect, it } from 'vitest';

import { ask, frozenMock, loggedIn, post } from '../../test/ask.ts';
import type { MockOptions } from '../index.ts';

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

  it.each([
    'nonsense',
    '[1]',
    '[[]]',
    '{"1":1}',
    '{"requestName":"getWarehouses"}',
    '{"1":{}',
    '1',
    'null',
    '',
  ])('refuse %s as no list of requests with 1015', async (requests) => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    expect((await ask(mock, { clientCode: '100001', sessionKey, requests })).status.errorCode).toBe(1015);
  });

  it('run an object of requests in the order of its keys as PHP does, and answer a list', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    const item = (requestName: string, id: string, more = '') =>
      `{"requestName":"${requestName}","requestID":${id}${more}}`;
    const askFor = async (requests: string) =>
      (await ask(mock, { clientCode: '100001', sessionKey, requests })).requests;
    const idsOf = async (requests: string) =>
      (await askFor(requests)).map(({ status }: { status: any }) => status.requestID);
    const all = item('getWarehouses', '"all"');
    // Keys that are numbers keep the order of the text, unlike in JavaScript.
    expect(await idsOf(`{"2":${item('getWarehouses', '"second"')}, "1" : ${all}}`)).toEqual([
      'second',
      'all',
    ]);
    expect(
      await idsOf(`{"b":${item('getVatRates', '1')},"10":${item('getVatRates', '2')},"a":${all}}`),
    ).toEqual([1, 2, 'all']);
    // A key that is there twice has its first position and its last value, however it is written.
    const twice = `{"1":${item('getVatRates', '1')},"2":${all},"\\u0031":${item('getVatRates', '"a:}\\"{"')}}`;
    expect(await idsOf(twice)).toEqual(['a:}"{', 'all']);
    expect(await askFor('{}')).toEqual([]);
    expect(await idsOf(`{"__proto__":${all},"constructor":${item('getVatRates', '2')}}`)).toEqual(['all', 2]);
    const saves = `{"2":${item('saveProduct', '1', ',"productID":1,"name":"First"')},"1":${item('saveProduct', '2', ',"productID":1,"name":"Last"')}}`;
    await askFor(saves);
    const [{ records }] = await askFor(`{"x":${item('getProducts', '1', ',"productID":1')}}`);
    expect(records[0].name).toBe('Last');
  });

  it('of an object are at most 100, too', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    const requests = (count: number) =>
      JSON.stringify(
        Object.fromEntries(
          Array.from({ length: count }, (_, index) => [`k${index}`, { requestName: 'getSessionKeyInfo' }]),
        ),
      );
    const codeOf = async (count: number) =>
      (await ask(mock, { clientCode: '100001', sessionKey, requests: requests(count) })).status.errorCode;
    expect([await codeOf(100), await codeOf(101)]).toEqual([0, 1020]);
  });

  it('may hold any text, and are refused when they are nested too deep for PHP', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    const codeOf = async (requests: string) =>
      (await ask(mock, { clientCode: '100001', sessionKey, requests })).status.errorCode;
    const named = (value: string) => `[{"requestName":"getWarehouses","x":${value}}]`;
    expect(await codeOf(named(JSON.stringify('\\"'.repeat(1000))))).toBe(0);
    expect(await codeOf(named('['.repeat(510) + ']'.repeat(510)))).toBe(0);
    expect(await codeOf(named('['.repeat(511) + ']'.repeat(511)))).toBe(1015);
  });

  it('report a session that ran out once, outside', async () => {
    const mock = frozenMock();
    const { bulk } = await loggedIn(mock);
    mock.account('100001').expireSessions();
    const answer = await bulk([{ requestName: 'getWarehouses' }]);
    expect(answer.status.errorCode).toBe(1054);
    expect(answer.requests).toBeUndefined();
  });

  it('say 1005 of a call that does not exist inside, and have no array where one text is needed', async () => {
    const { bulk } = await loggedIn(frozenMock());
    const { status, requests } = await bulk([
      { requestName: 'nothing' },
      { requestID: 1 },
      { requestName: 'getProducts', productIDs: [1, 2] },
      { requestName: 'getProducts', productID: { a: 1 } },
      { requestName: 'getProducts', recordsOnPage: '1', productID: null },
    ]);
    expect(status.errorCode).toBe(0);
    expect(requests.map((item: any) => item.status.errorCode)).toEqual([1005, 1005, 1030, 1030, 0]);
  });

  it('echo any requestID as it was sent, as text where that is set, and null or nothing for none', async () => {
    const sent = [7, 'a/õ', '7', 1.5, true, null, { a: [1] }, undefined];
    const idsOf = async (set: MockOptions['set']) => {
      const { bulk } = await loggedIn(frozenMock({ set }));
      const { requests } = await bulk(
        sent.map((requestID) => ({ requestName: 'getServiceEndpoints', requestID })),
      );
      return requests.map((item: any) => ('requestID' in item.status ? item.status.requestID : 'absent'));
    };
    expect(await idsOf({})).toEqual([7, 'a/õ', '7', 1.5, true, null, { a: [1] }, null]);
    expect(await idsOf({ requestIdOmitted: 'absent' })).toEqual([
      7,
      'a/õ',
      '7',
      1.5,
      true,
      null,
      { a: [1] },
      'absent',
    ]);
    expect((await idsOf({ requestIdEcho: 'string' })).slice(0, 6)).toEqual([
      '7',
      'a/õ',
      '7',
      '1.5',
      'true',
      null,
    ]);
  });

  it('have their session, account and format outside: inside they are not looked at', async () => {
    const { bulk, sessionKey } = await loggedIn(frozenMock());
    const inside = { clientCode: '100002', sessionKey: 'unknown', responseType: 'XML', requests: '[]' };
    const { requests } = await bulk([{ requestName: 'getSessionKeyUser', ...inside }]);
    expect(requests[0].records[0].sessionKey).toBe(sessionKey);
  });

  it('run one after another, each seeing what those before have changed', async () => {
    const { bulk } = await loggedIn(frozenMock());
    const { requests } = await bulk([
      { requestName: 'saveProduct', productID: 1, name: 'First' },
      { requestName: 'getProducts', productID: 1 },
      { requestName: 'saveProduct', productID: 1, name: 'Second' },
      { requestName: 'getProducts', productID: 1 },
    ]);
    expect([requests[1].records[0].name, requests[3].records[0].name]).toEqual(['First', 'Second']);
  });

  it('of many pages are sent as they are written, and hold what single requests get', async () => {
    const mock = frozenMock({ products: 3000 });
    const { bulk, call, sessionKey } = await loggedIn(mock);
    const page = (pageNo: number) => ({
      recordsOnPage: 100,
      pageNo,
      orderBy: 'productID',
      orderByDir: 'asc',
    });
    const pages = Array.from({ length: 30 }, (_, index) => ({
      requestName: 'getProducts',
      ...page(index + 1),
    }));
    const fields = { clientCode: '100001', sessionKey, requests: JSON.stringify(pages) };
    const answer = await post(mock, fields);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { requests } = JSON.parse(bytes.toString());
    expect(requests).toHaveLength(30);
    expect(requests[29].records).toEqual((await call('getProducts', page(30))).records);
    expect(await bulk(pages)).toEqual(JSON.parse(bytes.toString()));
  });

  it('can cost something themselves, where that is set', async () => {
    const mock = frozenMock({ set: { bulkEnvelopeCost: 1 } });
    const { bulk } = await loggedIn(mock);
    await bulk([{ requestName: 'getWarehouses' }, { requestName: 'getWarehouses' }]);
    expect(mock.account('100001').quota()).toMatchObject({
      used: 2.2,
      byCall: { bulk: 1, getWarehouses: 0.2 },
    });
  });
});
