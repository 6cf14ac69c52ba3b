import { describe, expect, it } from 'vitest';

import type { FaultEffect, FaultRule, Mock } from '../src/index.ts';
import { ask, type Fields, frozenMock, loggedIn, post } from './ask.ts';

const code = '100001';

const codesOf = async (call: () => Promise<{ status: { errorCode: number } }>, times: number) => {
  const codes: number[] = [];
  for (let count = 0; count < times; count += 1) codes.push((await call()).status.errorCode);
  return codes;
};

const postWith = (mock: Mock, effect: unknown, fields: Fields, headers: Record<string, string> = {}) =>
  mock.app.request('/api/', {
    method: 'POST',
    headers: { 'erply-mock-fault': typeof effect === 'string' ? effect : JSON.stringify(effect), ...headers },
    body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
  });

describe('which requests a rule matches', () => {
  it('matches a call by its name, each time where it says no number of times', async () => {
    const mock = frozenMock();
    const user = await loggedIn(mock);
    mock.account(code).addFault({ match: { request: 'getBrands' }, effect: { errorCode: 1006 } });
    expect(await codesOf(() => user.call('getBrands'), 3)).toEqual([1006, 1006, 1006]);
    expect(await codesOf(() => user.call('getWarehouses'), 1)).toEqual([0]);
  });

  it('happens so many times, and once at the nth', async () => {
    const mock = frozenMock();
    const user = await loggedIn(mock);
    const account = mock.account(code);
    account.addFault({ match: { request: 'getBrands' }, times: 2, effect: { errorCode: 1006 } });
    account.addFault({ match: { request: 'getWarehouses', nth: 2 }, effect: { errorCode: 1006 } });
    account.addFault({ match: { request: 'getVatRates', nth: 2 }, times: 2, effect: { errorCode: 1006 } });
    expect(await codesOf(() => user.call('getBrands'), 4)).toEqual([1006, 1006, 0, 0]);
    expect(await codesOf(() => user.call('getWarehouses'), 4)).toEqual([0, 1006, 0, 0]);
    expect(await codesOf(() => user.call('getVatRates'), 4)).toEqual([0, 1006, 1006, 0]);
    expect(account.faults().rules.map(({ fired }) => fired)).toEqual([2, 1, 2]);
  });
});
