import { describe, expect, it } from 'vitest';

import type { FaultMatch, FaultRule } from '../src/index.ts';
import { ask, frozenMock, loggedIn } from './ask.ts';

const code = '100001';

type User = Awaited<ReturnType<typeof loggedIn>>;

async function withUser(rules: readonly FaultRule[] = []) {
  const mock = frozenMock();
  const user = await loggedIn(mock);
  const account = mock.account(code);
  for (const rule of rules) account.addFault(rule);
  return { mock, user, account };
}

async function codesOf(times: number, call: () => Promise<{ status: { errorCode: number } }>) {
  const codes: number[] = [];
  for (let count = 0; count < times; count += 1) codes.push((await call()).status.errorCode);
  return codes;
}

const refusal = { errorCode: 1006 } as const;

describe('how often a rule fires', () => {
  it.each([
    ['each time that it matches', {}, [1006, 1006, 1006, 1006]],
    ['so many times', { times: 2 }, [1006, 1006, 0, 0]],
    ['once, at the nth', { match: { nth: 3 } }, [0, 0, 1006, 0]],
    ['so many times from the nth on', { match: { nth: 2 }, times: 2 }, [0, 1006, 1006, 0]],
  ])('%s', async (_, { match, times }: { match?: FaultMatch; times?: number }, codes) => {
    const limit = times === undefined ? {} : { times };
    const { user, account } = await withUser([
      { match: { request: 'getBrands', ...match }, ...limit, effect: refusal },
    ]);
    expect(await codesOf(4, () => user.call('getBrands'))).toEqual(codes);
    expect(await codesOf(1, () => user.call('getWarehouses'))).toEqual([0]);
    expect(account.faults().rules[0]?.fired).toBe(codes.filter((each) => each === 1006).length);
  });

  it('says which rules have not fired', async () => {
    const { user, account } = await withUser([
      { match: { request: 'getBrands' }, effect: refusal },
      { match: { request: 'getWarehouses' }, effect: refusal },
    ]);
    await user.call('getBrands');
    expect(account.faults()).toEqual({
      rules: [
        { id: 1, match: { request: 'getBrands' }, times: null, effect: refusal, fired: 1 },
        { id: 2, match: { request: 'getWarehouses' }, times: null, effect: refusal, fired: 0 },
      ],
      notFired: [2],
    });
  });

  it('stops when a rule, or all of them, are cleared', async () => {
    const { user, account } = await withUser([
      { match: { request: 'getBrands' }, effect: refusal },
      { match: { request: 'getWarehouses' }, effect: refusal },
    ]);
    account.clearFaults(1);
    expect(await codesOf(1, () => user.call('getBrands'))).toEqual([0]);
    expect(await codesOf(1, () => user.call('getWarehouses'))).toEqual([1006]);
    account.clearFaults();
    expect(await codesOf(1, () => user.call('getWarehouses'))).toEqual([0]);
    expect(() => account.clearFaults(1)).toThrow('there is no fault 1');
  });
});

describe('what a rule matches', () => {
  it.each<[string, FaultMatch, (user: User) => Promise<unknown>, (user: User) => Promise<unknown>]>([
    ['any request', {}, (user) => user.call('getBrands'), async () => undefined],
    [
      'a page',
      { page: 2 },
      (user) => user.call('getProducts', { pageNo: 2 }),
      (user) => user.call('getProducts'),
    ],
    [
      'the first page, when none is named',
      { request: 'getProducts', page: 1 },
      (user) => user.call('getProducts'),
      (user) => user.call('getProducts', { pageNo: 2 }),
    ],
    [
      'an input, as a number',
      { input: { productID: 5 } },
      (user) => user.call('getProducts', { productID: '5' }),
      (user) => user.call('getProducts', { productID: 6 }),
    ],
    [
      'an input, as text',
      { input: { productID: '5' } },
      (user) => user.call('getProducts', { productID: '5' }),
      (user) => user.call('getProducts'),
    ],
    [
      'a list',
      { input: { productIDs: [5, '6'] } },
      (user) => user.call('getProducts', { productIDs: '5,6' }),
      (user) => user.call('getProducts', { productIDs: '6,5' }),
    ],
    [
      'a flag',
      { input: { getStockInfo: true } },
      (user) => user.call('getProducts', { getStockInfo: 1 }),
      (user) => user.call('getProducts', { getStockInfo: 0 }),
    ],
    [
      'a call inside a bulk request',
      { request: 'getBrands' },
      (user) => user.bulk([{ requestName: 'getBrands' }]),
      (user) => user.bulk([{ requestName: 'getWarehouses' }]),
    ],
    [
      'a page inside a bulk request',
      { page: 3 },
      (user) => user.bulk([{ requestName: 'getProducts', pageNo: 3 }]),
      (user) => user.bulk([{ requestName: 'getProducts' }]),
    ],
    [
      'a bulk request as a whole',
      { request: 'bulk' },
      (user) => user.bulk([{ requestName: 'getBrands' }]),
      (user) => user.call('getBrands'),
    ],
    [
      'a position in a bulk request',
      { subRequest: 1 },
      (user) => user.bulk([{ requestName: 'getWarehouses' }, { requestName: 'getBrands' }]),
      (user) => user.bulk([{ requestName: 'getBrands' }]),
    ],
    ['a user', { user: 'demo' }, (user) => user.call('getBrands'), async () => undefined],
  ])('%s', async (_, match, fitting, other) => {
    const { user, account } = await withUser([{ match, effect: { errorCode: 1006 } }]);
    await other(user);
    expect(account.faults().notFired).toEqual([1]);
    await fitting(user);
    expect(account.faults().rules[0]?.fired).toBe(1);
  });

  it('knows users apart, by their sessions and by the names that they log in with', async () => {
    const { mock, user, account } = await withUser();
    account.data('users').insert({ userName: 'anna', password: 'secret' });
    account.addFault({ match: { user: 'anna' }, effect: refusal });
    const login = (username: string, password: string) =>
      ask(mock, { clientCode: code, request: 'verifyUser', username, password });
    expect((await login('anna', 'secret')).status.errorCode).toBe(1006);
    expect((await login('demo', 'demouser')).status.errorCode).toBe(0);
    expect((await user.call('getBrands')).status.errorCode).toBe(0);
  });

  it('matches a bulk request once, not each of its calls, where it names nothing of a call', async () => {
    const { user, account } = await withUser([{ match: {}, effect: { latencyMs: 0 } }]);
    await user.bulk([{ requestName: 'getBrands' }, { requestName: 'getBrands' }]);
    expect(account.faults().rules[0]?.fired).toBe(1);
  });

  it('takes the first rule that decides; others only count', async () => {
    const { user, account } = await withUser([
      { match: { request: 'getBrands', nth: 1 }, effect: { errorCode: 1006 } },
      { match: { request: 'getBrands', nth: 2 }, effect: { errorCode: 1016, errorField: 'pageNo' } },
      { match: { request: 'getBrands' }, effect: { errorCode: 1003 } },
    ]);
    expect(await codesOf(3, () => user.call('getBrands'))).toEqual([1006, 1016, 1003]);
    expect(account.faults().rules.map(({ fired }) => fired)).toEqual([1, 1, 1]);
  });

  it('is written before the account is known to anybody', async () => {
    const mock = frozenMock();
    mock.account(code).addFault({ match: { request: 'verifyUser' }, times: 1, effect: { errorCode: 1003 } });
    const login = { clientCode: code, request: 'verifyUser', username: 'demo', password: 'demouser' };
    expect(await codesOf(2, () => ask(mock, login))).toEqual([1003, 0]);
    expect(mock.accounts()).toEqual([code]);
  });

  it('does not reach another account', async () => {
    const { mock } = await withUser([{ effect: refusal }]);
    const other = await loggedIn(mock, '100002');
    expect(await codesOf(1, () => other.call('getBrands'))).toEqual([0]);
  });
});

describe('a fault inside a bulk request', () => {
  const threeBrands = [
    { requestName: 'getBrands', requestID: 1 },
    { requestName: 'saveBrand', name: 'Second', requestID: 2 },
    { requestName: 'getBrands', requestID: 3 },
  ];

  it('refuses one call and lets the others run', async () => {
    const { user } = await withUser([{ match: { subRequest: 1 }, effect: { errorCode: 1002 } }]);
    const { status, requests } = await user.bulk(threeBrands);
    expect(status.errorCode).toBe(0);
    expect(requests.map((each: { status: unknown }) => each.status)).toMatchObject([
      { errorCode: 0, requestID: 1 },
      { errorCode: 1002, requestID: 2, responseStatus: 'error' },
      { errorCode: 0, requestID: 3 },
    ]);
    const brands = requests[2].records as { name: string }[];
    expect(brands.map(({ name }) => name)).not.toContain('Second');
  });

  it('refuses the whole of it, and then does not fire for its calls', async () => {
    const { user, account } = await withUser([
      { match: { request: 'getBrands' }, times: 1, effect: refusal },
      { match: { request: 'bulk' }, times: 1, effect: { errorCode: 1000 } },
    ]);
    const refused = await user.bulk(threeBrands);
    expect(refused).toEqual({ status: expect.objectContaining({ errorCode: 1000 }) });
    expect(account.faults().rules.map(({ fired }) => fired)).toEqual([0, 1]);
    const { requests } = await user.bulk(threeBrands);
    expect(requests[0].status.errorCode).toBe(1006);
  });
});

describe('a session that a fault ends', () => {
  it('is the one of the request, which is refused with 1054; others go on', async () => {
    const { mock, user, account } = await withUser();
    const other = await loggedIn(mock);
    account.addFault({ match: { request: 'getBrands', nth: 2 }, effect: { expireSession: true } });
    expect(await codesOf(3, () => user.call('getBrands'))).toEqual([0, 1054, 1054]);
    expect(await codesOf(1, () => other.call('getBrands'))).toEqual([0]);
  });

  it('is left alone by requests that have none', async () => {
    const { mock, account } = await withUser([{ effect: { expireSession: true } }]);
    await ask(mock, { clientCode: code, request: 'getBrands', sessionKey: 'unknown' });
    await ask(mock, { clientCode: code, request: 'verifyUser', username: 'demo', password: 'demouser' });
    expect(account.faults().notFired).toEqual([1]);
  });
});

describe('the journal', () => {
  it('names the faults of each request, those of sub-requests at theirs', async () => {
    const { mock, user, account } = await withUser();
    account.reset(['journal']);
    account.addFault({ match: { request: 'getBrands' }, times: 1, effect: refusal });
    account.addFault({ match: { request: 'getWarehouses' }, times: 1, effect: { httpStatus: 503 } });
    account.addFault({ match: { request: 'getVatRates' }, times: 1, effect: { drop: 'before' } });
    account.addFault({ match: { subRequest: 1 }, times: 1, effect: refusal });
    account.addFault({ match: { request: 'bulk' }, times: 1, effect: { drop: 'after' } });
    for (const request of ['getBrands', 'getBrands', 'getWarehouses', 'getVatRates'])
      await user.call(request).catch(() => undefined);
    const two = JSON.stringify([{ requestName: 'getBrands' }, { requestName: 'getBrands' }]);
    await ask(mock, { clientCode: code, sessionKey: user.sessionKey, requests: two }).catch(() => undefined);
    const shown = account
      .journal()
      .entries.map(({ request, errorCode, status, faults, subRequest }) =>
        JSON.parse(JSON.stringify({ request, errorCode, status, faults, subRequest })),
      );
    expect(shown).toEqual([
      { request: 'getBrands', errorCode: 1006, status: 200, faults: [1] },
      { request: 'getBrands', errorCode: 0, status: 200 },
      { request: 'getWarehouses', status: 503, faults: [2] },
      { request: 'getVatRates', faults: [3] },
      { request: 'getBrands', errorCode: 0, faults: [5], subRequest: 0 },
      { request: 'getBrands', errorCode: 1006, faults: [5, 4], subRequest: 1 },
      { request: 'bulk', errorCode: 0, status: 200, faults: [5] },
    ]);
  });
});

describe('a reset', () => {
  it.each([[['faults']], [undefined]] as const)('of %j removes rules and chaos', async (what) => {
    const { account } = await withUser([{ effect: refusal }]);
    account.setChaos({ seed: 1, percent: { emptyBody: 1 } });
    account.reset(what);
    expect([account.faults().rules, account.chaos()]).toEqual([[], undefined]);
  });

  it('of other parts leaves them', async () => {
    const { account } = await withUser([{ effect: refusal }]);
    account.reset(['data', 'sessions', 'quota', 'journal', 'clock']);
    expect(account.faults().rules).toHaveLength(1);
  });
});

it('shows in no entry where there is none', async () => {
  const { mock, user } = await withUser();
  await user.call('getBrands');
  const entry = mock.account(code).journal().entries.at(-1);
  expect(entry?.request).toBe('getBrands');
  expect(Object.keys(entry ?? {})).not.toEqual(expect.arrayContaining(['faults']));
});
