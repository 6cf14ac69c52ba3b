import { AssertionError } from 'node:assert';

import { describe, expect, it } from 'vitest';

import { ask, frozenMock, loggedIn } from '../../../test/ask.ts';
import type { MockOptions } from '../../index.ts';

async function shop(options: MockOptions = {}) {
  const mock = frozenMock(options);
  const account = mock.account('100001');
  const user = await loggedIn(mock);
  const messageOf = (check: () => void): string => {
    try {
      check();
    } catch (error) {
      expect(error).toBeInstanceOf(AssertionError);
      return (error as Error).message;
    }
    throw new Error('nothing was thrown');
  };
  const post = async (body: object) => {
    const headers = { 'content-type': 'application/json', host: 'localhost' };
    const path = '/_mock/accounts/100001/verify';
    const response = await mock.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as any };
  };
  return { mock, account, messageOf, post, ...user };
}

describe('expectCalled', () => {
  it('finds a request by inputs that the journal masks, in documented types', async () => {
    const { account, call, bulk } = await shop();
    await call('saveProduct', { code: 'A', netPrice: '5.00', groupID: 1, name: 'A' });
    await bulk([{ requestName: 'saveProduct', code: 'B', netPrice: 6, groupID: 1, name: 'B' }]);
    account.expectCalled('saveProduct', { code: 'A', netPrice: 5 }, { times: 1 });
    account.expectCalled('saveProduct', { code: 'B', netPrice: 6 }, { times: 1 });
    account.expectCalled('saveProduct', { groupID: 1 }, { times: 2 });
    account.expectCalled('saveProduct', { code: 'C' }, { times: 0 });
    account.expectCalled('saveProduct', { code: 'A', netPrice: 5, cost: null });
    account.expectCalled('verifyUser', { username: 'demo', password: 'demouser' }, { times: 1 });
    account.expectCalled('bulk', {}, { times: 1 });
    expect(JSON.stringify(account.journal())).not.toMatch(/"A"|5\.00|"B"|demouser/);
  });

  it('compares rows, lists, long texts and parameters of the protocol', async () => {
    const { account, call } = await shop();
    const name = 'n'.repeat(5000);
    const attribute = { attributeName1: 'a', attributeType1: 'text', attributeValue1: 'b' };
    await call('saveProduct', { name, groupID: 1, ...attribute });
    await call('getProducts', { productIDs: '1,2,3', lang: 'est', getFields: 'name' });
    const attributes = [{ attributeValue: 'b', attributeType: 'text' as const, attributeName: 'a' }];
    account.expectCalled('saveProduct', { name, attributes });
    account.expectCalled('saveProduct', { name: `${name}n` }, { times: 0 });
    account.expectCalled('saveProduct', { attributes: [] }, { times: 0 });
    account.expectCalled('getProducts', { productIDs: [1, 2, 3], lang: 'est' });
    const { ok } = account.verify({ request: 'getProducts', input: { getFields: ['name'] } });
    expect(ok).toBe(true);
  });

  it('counts requests that never got as far as to be read, and only those of one outcome where asked', async () => {
    const { mock, account, call } = await shop();
    await ask(mock, { clientCode: '100001', request: 'getProducts', sessionKey: 'x', pageNo: 2 });
    await call('getProducts', { pageNo: 2 });
    account.expectCalled('getProducts', { pageNo: 2 }, { times: 2 });
    account.expectCalled('getProducts', { pageNo: 2 }, { times: 1, errorCode: 0 });
    account.expectCalled('getProducts', { pageNo: 2 }, { times: 1, errorCode: 1055 });
  });

  it('says of a miss which request is the nearest and what differs, with values only where they may be shown', async () => {
    const { account, call, messageOf } = await shop();
    await call('getProducts', { pageNo: 1, recordsOnPage: 5 });
    await call('getProducts', { pageNo: 3, code: 'SECRET-CODE' });
    expect(messageOf(() => account.expectCalled('getProducts', { pageNo: 2, code: 'X' }))).toBe(
      'account 100001: expected at least one getProducts with this pageNo, code, found 0; ' +
        'the nearest is entry 3: pageNo is "3" and not 2; ' +
        'code differs (masked; --journal full shows values that are not secret)',
    );
    expect(messageOf(() => account.expectCalled('getProducts', { pageNo: 1, name: 'n' }))).toContain(
      'the nearest is entry 2: name was not sent',
    );
    expect(
      messageOf(() => account.expectCalled('getProducts', { pageNo: null, recordsOnPage: 5 })),
    ).toContain('the nearest is entry 2: pageNo was sent, as "1"');
    expect(messageOf(() => account.expectCalled('getProducts', {}, { times: 1 }))).toBe(
      'account 100001: expected 1 getProducts, found 2: entries 2, 3',
    );
    expect(messageOf(() => account.expectCalled('getWarehouses'))).toBe(
      'account 100001: expected at least one getWarehouses, found 0; the journal has verifyUser 1, getProducts 2',
    );
    expect(
      messageOf(() => account.expectCalled('getProducts', { pageNo: 1 }, { errorCode: 1002 })),
    ).toContain('the nearest is entry 2: errorCode is 0 and not 1002');
  });

  it('shows all values but secret ones where the journal is full', async () => {
    const { account, call, messageOf } = await shop({ journal: 'full' });
    await call('saveProduct', { code: 'A', netPrice: '5.10', groupID: 1 });
    expect(messageOf(() => account.expectCalled('saveProduct', { code: 'B', netPrice: 5 }))).toContain(
      'code is "A" and not "B"; netPrice is "5.10" and not 5',
    );
    const wrong = messageOf(() => account.expectCalled('verifyUser', { password: 'CANARY-SECRET' }));
    expect(wrong).toContain('password differs');
    expect(wrong).not.toMatch(/CANARY|demouser/);
  });

  it('says so where entries were dropped that it would have had to look at', async () => {
    const { account, call, bulk, messageOf } = await shop({ quota: 1e6 });
    await call('saveProduct', { code: 'A', groupID: 1, name: 'A' });
    await bulk(Array.from({ length: 100 }, () => ({ requestName: 'getProducts', pageNo: 2 })));
    account.expectCalled('saveProduct', { code: 'A' }, { times: 1 });
    for (let round = 0; round < 12; round += 1)
      await bulk(Array.from({ length: 100 }, () => ({ requestName: 'getBrands' })));
    expect(account.journal().dropped).toBeGreaterThan(0);
    const lost = 'older entries about getProducts were dropped from the journal, so this is not certain';
    expect(messageOf(() => account.expectCalled('getProducts', { pageNo: 2 }, { times: 0 }))).toContain(lost);
    expect(account.verify({ request: 'getProducts' })).toMatchObject({ ok: false, count: 0, dropped: 100 });
    // Of these none was dropped.
    account.expectCalled('getWarehouses', {}, { times: 0 });
    account.reset(['journal']);
    account.expectCalled('getProducts', {}, { times: 0 });
  });

  it.each([
    [{ request: 'getProdcts' }, 'there is no call "getProdcts"; did you mean getProducts?'],
    [
      { request: 'getProducts', input: { pagNo: 2 } },
      'getProducts has no input "pagNo"; did you mean pageNo?',
    ],
    [{ request: 'getProducts', input: { pageNo: 'x' } }, 'input.pageNo is not of its documented type: '],
    [{ request: 'bulk', input: { pageNo: 1 } }, 'bulk has no input "pageNo"'],
    [{ request: 'getProducts', times: -1 }, 'times needs a whole number of 0 or more'],
    [{ request: 'getProducts', tims: 1 }, 'an expectation has no "tims"; did you mean times?'],
    [{}, 'request is needed: a text that is not empty'],
    [{ request: 'getProducts', input: [] }, 'input needs an object of inputs'],
  ])('refuses %j', async (expectation, message) => {
    const { account, post } = await shop();
    expect(() => account.verify(expectation as never)).toThrow(message);
    const { status, body } = await post(expectation);
    expect([status, body.error]).toEqual([400, expect.stringContaining(message)]);
  });
});

describe('POST verify', () => {
  it('answers 200 for a hit and 409 with the nearest request for a miss', async () => {
    const { call, post } = await shop();
    await call('getProducts', { pageNo: 2 });
    const hit = await post({ request: 'getProducts', input: { pageNo: 2 }, times: 1 });
    expect(hit).toEqual({ status: 200, body: { ok: true, count: 1 } });
    const miss = await post({ request: 'getProducts', input: { pageNo: 1 } });
    expect(miss).toMatchObject({
      status: 409,
      body: {
        ok: false,
        count: 0,
        error: expect.stringContaining('pageNo is "2" and not 1'),
        nearest: { id: 2, request: 'getProducts' },
        differs: [{ name: 'pageNo', sent: true, expected: 1, actual: '2' }],
      },
    });
  });

  it('needs a journal', async () => {
    const { account, call, post } = await shop({ journal: 'off' });
    await call('getProducts', { pageNo: 2 });
    const off = 'the journal is off: start the fake with journal masked or full';
    expect(await post({ request: 'getProducts' })).toEqual({ status: 409, body: { error: off } });
    expect(() => account.journal()).toThrow(off);
  });
});
