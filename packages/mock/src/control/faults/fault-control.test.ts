import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

const secret = 'CANARY-SECRET-7f3a';

const effect = { errorCode: 1006 };

async function send(mock: ReturnType<typeof frozenMock>, method: string, path: string, body?: unknown) {
  const response = await mock.app.request(`/_mock/accounts/a${path}`, {
    method,
    headers: { 'content-type': 'application/json', host: 'localhost' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

describe('a rule that is wrong or could never match', () => {
  it.each<[unknown, string]>([
    [{}, 'effect is needed: an object with errorCode, httpStatus'],
    [{ effect: {} }, 'effect needs an effect: errorCode, httpStatus, drop'],
    [{ effect: { emptyBody: true, drop: 'after' } }, 'effect needs one effect, and has drop and emptyBody'],
    [{ effect: { errrorCode: 1002 } }, 'effect: an effect has no "errrorCode"; did you mean errorCode?'],
    [{ effect: { errorCode: 1004 } }, "effect.errorCode needs one of Erply's error codes, as 1002"],
    [{ effect: { errorCode: secret } }, "effect.errorCode needs one of Erply's error codes"],
    [
      { effect: { errorField: 'name', drop: 'after' } },
      'effect needs errorCode, which errorField is part of',
    ],
    [{ effect: { httpStatus: 199 } }, 'effect.httpStatus needs a whole number from 200 to 599'],
    [{ effect: { httpStatus: 600 } }, 'effect.httpStatus needs a whole number from 200 to 599'],
    [{ effect: { httpStatus: 204, body: 'x' } }, 'effect needs no body: an answer with HTTP 204 has none'],
    [{ effect: { httpStatus: 503, body: 5 } }, 'effect.body needs a text, or an object that is sent as JSON'],
    [
      { effect: { httpStatus: 503, headers: { a: 'b\r\nc: d' } } },
      'effect.headers.a needs a text without control',
    ],
    [
      { effect: { httpStatus: 503, headers: { 'a b': 'c' } } },
      'effect.headers."a b" needs a name that HTTP allows',
    ],
    [{ effect: { httpStatus: 503, headers: { a: 5 } } }, 'effect.headers.a needs a text without control'],
    [
      { effect: { httpStatus: 503, headers: { 'Content-Length': '5' } } },
      'effect.headers.Content-Length needs to be left out: the fake sets it',
    ],
    [
      { effect: { httpStatus: 503, headers: { 'transfer-encoding': 'chunked' } } },
      'effect.headers.transfer-encoding needs to be left out: the fake sets it',
    ],
    [
      { effect: { httpStatus: 503, headers: { a: 'x'.repeat(9000) } } },
      'effect.headers needs at most 8192 characters all together',
    ],
    [{ effect: { latencyMs: 600_001 } }, 'effect.latencyMs needs a whole number from 0 to 600000'],
    [{ effect: { latencyMs: -1 } }, 'effect.latencyMs needs a whole number from 0 to 600000'],
    [{ effect: { slowBytesPerSecond: 0 } }, 'effect.slowBytesPerSecond needs a whole number of 1 or more'],
    [{ effect: { truncateAtByte: -1 } }, 'effect.truncateAtByte needs a whole number of 0 or more'],
    [{ effect: { truncateAtByte: 1.5 } }, 'effect.truncateAtByte needs a whole number of 0 or more'],
    [{ effect: { drop: 'now' } }, 'effect.drop needs before or after'],
    [{ effect: { emptyBody: false } }, 'effect.emptyBody needs true'],
    [{ effect: { when: 'after', emptyBody: true } }, 'effect needs mutate, which when is part of'],
    [{ effect, times: 0 }, 'times needs a whole number of 1 or more'],
    [{ effect, match: { nth: 0 } }, 'match.nth needs a whole number of 1 or more'],
    [{ effect, match: { page: 0 } }, 'match.page needs a whole number of 1 or more'],
    [{ effect, match: { subRequest: 100 } }, 'match.subRequest needs a whole number from 0 to 99'],
    [{ effect, match: { reqest: 'getBrands' } }, 'match: a match has no "reqest"; did you mean request?'],
    [
      { effect, match: { request: 'getProduct' } },
      'match.request: there is no call "getProduct"; did you mean getProducts?',
    ],
    [{ effect, match: { request: 'saveBrand', page: 2 } }, 'match.page: saveBrand has no pages'],
    [
      { effect, match: { request: 'getProducts', input: { productId: 5 } } },
      'match.input: getProducts has no input "productId"; did you mean productID?',
    ],
    [
      { effect, match: { input: { getStockInf: 1 } } },
      'match.input: no call has an input "getStockInf"; did you mean getStockInfo?',
    ],
    [{ effect, match: { request: 'bulk', page: 2 } }, 'match.page is not for a bulk request as a whole'],
    [{ effect, match: { request: 'bulk', subRequest: 2 } }, 'match.subRequest is not for a bulk request'],
    [{ effect, match: { report: true } }, 'errorCode cannot happen to the download of a report link'],
    [
      { effect: { latencyMs: 5, invalidJson: true }, match: { report: true } },
      'invalidJson cannot happen to the download of a report link',
    ],
    [
      { effect: { emptyBody: true }, match: { report: true, subRequest: 1 } },
      'match.subRequest is not for report links: they are not calls',
    ],
    [{ effect, match: { user: 'dmeo' } }, 'match.user: there is no user "dmeo"; did you mean demo?'],
    [
      { effect, match: { user: 'demo', request: 'getServiceEndpoints' } },
      'match.user: getServiceEndpoints has no session, so nobody knows whose it is',
    ],
    [
      { effect: { expireSession: true }, match: { request: 'verifyUser' } },
      'expireSession cannot happen to verifyUser: it has no session',
    ],
    [{ effect: { mutate: [] } }, 'effect.mutate needs at least one mutation'],
    [
      { effect: { mutate: [{ table: 'product', op: 'delete', id: 1 }] } },
      'effect.mutate.0: no table "product"; did you mean products?',
    ],
    [
      { effect: { mutate: [{ table: 'brands', op: 'remove', id: 1 }] } },
      'effect.mutate.0.op needs insert, update or delete',
    ],
    [{ effect: { mutate: [{ table: 'brands', op: 'delete' }] } }, 'effect.mutate.0: id is needed for delete'],
    [
      { effect: { mutate: [{ table: 'brands', op: 'insert' }] } },
      'effect.mutate.0: values are needed for insert',
    ],
    [
      { effect: { mutate: [{ table: 'brands', op: 'delete', id: 99_999 }] } },
      'effect.mutate.0: brands has no record 99999',
    ],
    [
      { effect: { mutate: [{ table: 'brands', op: 'update', id: 1, values: { nam: 'x' } }] } },
      'effect.mutate.0: brands have no field "nam"; did you mean name?',
    ],
    [
      { effect: { mutate: [{ table: 'products', op: 'update', id: 1, values: { brandName: 'x' } }] } },
      'effect.mutate.0: products: brandName is read from brands: set brandID, or change the record there',
    ],
    [
      { effect: { mutate: [{ table: 'products', op: 'update', id: 1, values: { price: secret } }] } },
      'effect.mutate.0: products: price is not a number',
    ],
  ])('is refused with the reason: %j', async (rule, reason) => {
    const mock = frozenMock();
    const { status, body } = await send(mock, 'POST', '/faults', rule);
    expect([status, String(body.error).slice(0, reason.length)]).toEqual([400, reason]);
    expect(body.error).not.toContain(secret);
    expect(body.error).not.toContain('\n');
    expect(mock.accounts()).toEqual([]);
    expect(() => mock.account('a').addFault(rule as never)).toThrow(
      expect.objectContaining({ name: 'ControlError', status: 400, message: body.error }),
    );
  });

  it('is one more than an account may have', () => {
    const account = frozenMock().account('a');
    for (let count = 0; count < 1000; count += 1) account.addFault({ effect });
    expect(() => account.addFault({ effect })).toThrow('an account has at most 1000 faults');
  });
});

describe('a rule that can match', () => {
  it.each([
    { match: { request: 'verifyUser', user: 'nobody' }, effect },
    { match: { request: 'bulk', user: 'demo' }, effect },
    { match: { report: true, nth: 2 }, effect: { httpStatus: 503, latencyMs: 5 } },
    { effect: { httpStatus: 503, body: { error: 'x' }, headers: { 'Retry-After': '5' } } },
    {
      effect: {
        mutate: [
          { table: 'brands', op: 'insert', id: 900, values: { name: 'x' } },
          { table: 'brands', op: 'delete', id: { id: 900 } },
        ],
      },
    },
  ])('is taken: %j', async (rule) => {
    expect(await send(frozenMock(), 'POST', '/faults', rule)).toEqual({ status: 201, body: { id: 1 } });
  });
});

describe('faults over HTTP', () => {
  it('are added, listed with how often they fired, and cleared', async () => {
    const mock = frozenMock();
    const user = await loggedIn(mock, 'a');
    expect(await send(mock, 'POST', '/faults', { effect, times: 1 })).toEqual({
      status: 201,
      body: { id: 1 },
    });
    await send(mock, 'POST', '/faults', { match: { request: 'getBrands' }, effect });
    await user.call('getWarehouses');
    expect((await send(mock, 'GET', '/faults')).body).toEqual({
      rules: [
        { id: 1, match: {}, times: 1, effect, fired: 1 },
        { id: 2, match: { request: 'getBrands' }, times: null, effect, fired: 0 },
      ],
      notFired: [2],
    });
    expect(await send(mock, 'DELETE', '/faults/1')).toEqual({ status: 204, body: undefined });
    expect((await send(mock, 'DELETE', '/faults/1')).status).toBe(404);
    expect((await send(mock, 'DELETE', '/faults/x')).body).toEqual({
      error: 'the ID of a fault needs a whole number',
    });
    expect(await send(mock, 'DELETE', '/faults')).toEqual({ status: 204, body: undefined });
    expect((await send(mock, 'GET', '/faults')).body).toEqual({ rules: [], notFired: [] });
  });

  it('do not hold what their writer changes afterwards', () => {
    const account = frozenMock().account('a');
    const rule = { match: { request: 'getBrands' }, effect: { errorCode: 1006 } };
    account.addFault(rule);
    rule.match.request = 'getWarehouses';
    rule.effect.errorCode = 1;
    expect(account.faults().rules[0]).toMatchObject({ match: { request: 'getBrands' }, effect });
  });
});

describe('chaos over HTTP', () => {
  const settings = { seed: 1, percent: { 'drop:after': 2, 'httpStatus:503': 0.5 } };
  const reading = { ...settings, rolls: 0, fired: { 'drop:after': 0, 'httpStatus:503': 0 } };

  it('is set, read and cleared', async () => {
    const mock = frozenMock();
    expect((await send(mock, 'GET', '/chaos')).body).toBeNull();
    expect(await send(mock, 'PUT', '/chaos', settings)).toEqual({ status: 200, body: reading });
    expect((await send(mock, 'GET', '/chaos')).body).toEqual(reading);
    expect((await send(mock, 'DELETE', '/chaos')).status).toBe(204);
    expect((await send(mock, 'GET', '/chaos')).body).toBeNull();
  });

  it.each([
    [{}, 'seed is needed: a whole number of 0 or more'],
    [{ seed: 1 }, 'percent is needed: an object of effects'],
    [{ seed: -1, percent: {} }, 'seed needs a whole number of 0 or more'],
    [
      { seed: 1, percent: { 'drop:aftr': 1 } },
      'percent."drop:aftr" needs one of the effects that chaos has, not "drop:aftr"; did you mean drop:after?',
    ],
    [
      { seed: 1, percent: { mutate: 1 } },
      'percent.mutate needs one of the effects that chaos has, not "mutate"; there are: drop:before',
    ],
    [{ seed: 1, percent: { emptyBody: '1' } }, 'percent.emptyBody needs a number from 0 to 100'],
    [{ seed: 1, percent: { emptyBody: 101 } }, 'percent.emptyBody needs a number from 0 to 100'],
    [
      { seed: 1, percent: { emptyBody: 60, invalidJson: 41 } },
      'percent needs numbers that are at most 100 together, not 101',
    ],
    [
      { seed: 1, percent: { 'httpStatus:99': 1 } },
      'percent."httpStatus:99" needs a whole number from 200 to 599 after the colon',
    ],
    [
      { seed: 1, percent: { 'errorCode:1004': 1 } },
      'percent."errorCode:1004" needs one of Erply\'s error codes, as 1002 after the colon',
    ],
  ])('is refused with the reason: %j', async (body, reason) => {
    const mock = frozenMock();
    const answer = await send(mock, 'PUT', '/chaos', body);
    expect([answer.status, String(answer.body.error).slice(0, reason.length)]).toEqual([400, reason]);
    expect(mock.accounts()).toEqual([]);
  });
});
