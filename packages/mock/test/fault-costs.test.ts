import { describe, expect, it } from 'vitest';

import type { FaultRule } from '../src/index.ts';
import { frozenMock, loggedIn } from './ask.ts';

const code = '100001';

type User = Awaited<ReturnType<typeof loggedIn>>;

describe('the cost of a fault', () => {
  const save = (user: User) => user.call('saveBrand', { name: 'New' });

  async function costOf(rule: FaultRule, run: (user: User) => Promise<unknown>, set = {}) {
    const mock = frozenMock();
    const user = await loggedIn(mock, code);
    const account = mock.account(code);
    account.addFault(rule);
    account.setConfig({ set });
    const before = account.quota().used;
    await run(user).catch(() => undefined);
    expect(account.faults().notFired).toEqual([]);
    return Number((account.quota().used - before).toFixed(1));
  }

  const effects: readonly (readonly [FaultRule['effect'], number])[] = [
    [{ errorCode: 1000 }, 0],
    [{ errorCode: 1001 }, 0],
    [{ errorCode: 1002 }, 0],
    [{ errorCode: 1005 }, 0],
    [{ errorCode: 1007 }, 0],
    [{ errorCode: 1015 }, 0],
    [{ errorCode: 1020 }, 0],
    [{ errorCode: 1006 }, 1],
    [{ errorCode: 1016, errorField: 'name' }, 1],
    [{ errorCode: 1054 }, 1],
    [{ httpStatus: 503 }, 0],
    [{ drop: 'before' }, 0],
    [{ drop: 'after' }, 1],
    [{ truncateAtByte: 5 }, 1],
    [{ emptyBody: true }, 1],
    [{ invalidJson: true }, 1],
    [{ expireSession: true }, 1],
    [{ mutate: [{ table: 'brands', op: 'delete', id: 1 }] }, 1],
  ];

  it.each(effects)('%j costs %d units of a call', async (effect, units) => {
    expect(await costOf({ match: { request: 'saveBrand' }, effect }, save)).toBe(units);
  });

  it.each(effects.filter(([effect]) => 'errorCode' in effect))(
    '%j costs nothing where errors do not count',
    async (effect) => {
      const set = { quotaCountsErrors: 'no' };
      expect(await costOf({ match: { request: 'saveBrand' }, effect }, save, set)).toBe(0);
    },
  );

  it.each([
    [{ errorCode: 1002 }, 0.2],
    [{ errorCode: 1005 }, 0.3],
    [{ errorCode: 1016 }, 0.3],
    [{ drop: 'before' }, 0],
    [{ httpStatus: 503 }, 0],
    [{ drop: 'after' }, 0.3],
  ] as const)('%j for one of three calls of a bulk request leaves a cost of %d', async (effect, units) => {
    const three = [1, 2, 3].map(() => ({ requestName: 'getBrands' }));
    expect(await costOf({ match: { subRequest: 1 }, effect }, (user) => user.bulk(three))).toBe(units);
  });
});
