import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from './ask.ts';

const code = '100001';

const percent = {
  'drop:after': 10,
  'httpStatus:503': 10,
  'errorCode:1002': 10,
  emptyBody: 5,
  'latencyMs:200': 5,
};

/** What so many requests meet: the code of each answer, or what became of it. */
async function met(seed: number, requests: number, clientCode = code) {
  const mock = frozenMock({ sleep: async () => {} });
  const user = await loggedIn(mock, clientCode);
  const account = mock.account(clientCode);
  account.setChaos({ seed, percent });
  const outcomes: string[] = [];
  for (let count = 0; count < requests; count += 1) {
    const body = new URLSearchParams({ clientCode, sessionKey: user.sessionKey, request: 'getVatRates' });
    const response = await mock.app.request('/api/', { method: 'POST', body });
    const text = await response.text().catch(() => 'lost');
    outcomes.push(
      response.status === 200 ? text.replace(/.*"errorCode":(\d+).*/s, '$1') : String(response.status),
    );
  }
  return { outcomes, reading: account.chaos(), entries: account.journal().entries };
}

describe('chaos', () => {
  it('is the same for the same seed, account and requests, and another for others', async () => {
    const first = await met(1, 200);
    expect(await met(1, 200)).toEqual(first);
    expect((await met(2, 200)).outcomes).not.toEqual(first.outcomes);
    expect((await met(1, 200, '100002')).outcomes).not.toEqual(first.outcomes);
  });

  it('counts what it threw, as often as it was asked to', async () => {
    const { outcomes, reading } = await met(7, 2000);
    expect(reading?.rolls).toBe(2000);
    const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
    expect(reading?.fired).toEqual({
      'drop:after': count('lost'),
      'httpStatus:503': count('503'),
      'errorCode:1002': count('1002'),
      emptyBody: count(''),
      'latencyMs:200': expect.any(Number),
    });
    for (const [name, share] of Object.entries(percent)) {
      const expected = 20 * share;
      // Five standard deviations; the seed is fixed.
      const most = 5 * Math.sqrt(expected);
      expect(Math.abs((reading?.fired[name] ?? 0) - expected), name).toBeLessThan(most);
    }
  });

  it('names its seed in every entry of the journal, and what it threw where it did', async () => {
    const { entries } = await met(3, 50);
    const [, ...ofChaos] = entries;
    expect(ofChaos.map(({ chaosSeed }) => chaosSeed)).toEqual(Array.from({ length: 50 }, () => 3));
    const thrown = ofChaos.flatMap(({ notes }) => notes ?? []);
    expect(new Set(thrown)).toEqual(new Set(Object.keys(percent).map((name) => `chaos: ${name}`)));
  });

  it('throws nothing at a request that cannot meet it, nor over a rule that decides', async () => {
    const mock = frozenMock();
    const account = mock.account(code);
    account.setChaos({ seed: 1, percent: { expireSession: 100 } });
    const user = await loggedIn(mock, code);
    expect(account.chaos()).toMatchObject({ rolls: 1, fired: { expireSession: 0 } });
    expect((await user.call('getBrands')).status.errorCode).toBe(1054);
    account.setChaos({ seed: 1, percent: { emptyBody: 100 } });
    account.addFault({ effect: { errorCode: 1003 } });
    expect((await user.call('getBrands')).status.errorCode).toBe(1003);
    expect(account.chaos()).toMatchObject({ rolls: 1, fired: { emptyBody: 0 } });
  });
});
