import { describe, expect, it } from 'vitest';

import type { FaultRule, Mutation } from '../src/index.ts';
import { ask, frozenMock, loggedIn } from './ask.ts';

const code = '100001';

async function withUser(rule?: FaultRule) {
  const mock = frozenMock({ dataset: 'empty' });
  const user = await loggedIn(mock, code);
  const account = mock.account(code);
  for (let count = 1; count <= 6; count += 1) {
    account.data('brands').insert({ name: `Brand ${count}` });
    account.data('products').insert({ name: `Product ${count}`, code: `code ${count}` });
  }
  account.clock.advance(60);
  if (rule !== undefined) account.addFault(rule);
  return { mock, user, account };
}

describe('data that changes between two pages', () => {
  /** The products of four pages of two, in an order; something happens before the second one. */
  async function read(orderBy: string, mutation: Mutation, orderByDir = 'asc') {
    const match = { request: 'getProducts', page: 2 };
    const { user } = await withUser({ match, effect: { mutate: [mutation] } });
    const pages: number[][] = [];
    for (const pageNo of [1, 2, 3, 4]) {
      const fields = { orderBy, orderByDir, recordsOnPage: 2, pageNo };
      const { records } = await user.call('getProducts', fields);
      pages.push(records.map(({ productID }: { productID: number }) => productID));
    }
    return pages;
  }

  it('shows a row twice when one comes in before the cursor', async () => {
    const values = { name: 'New', code: 'a' };
    expect(await read('code', { table: 'products', op: 'insert', values })).toEqual([
      [1, 2],
      [2, 3],
      [4, 5],
      [6],
    ]);
  });

  it('loses a row when one behind the cursor is deleted', async () => {
    expect(await read('productID', { table: 'products', op: 'delete', id: 1 })).toEqual([
      [1, 2],
      [4, 5],
      [6],
      [],
    ]);
  });

  it('loses the row that jumps to the front, and shows another twice', async () => {
    const values = { name: 'New' };
    expect(await read('changed', { table: 'products', op: 'update', id: 3, values }, 'desc')).toEqual([
      [6, 5],
      [5, 4],
      [2, 1],
      [],
    ]);
  });
});

describe('a mutation', () => {
  const deletion = { table: 'brands', op: 'delete', id: 1 } as const;
  const idsOf = ({ records }: { records?: { brandID: number }[] }) =>
    (records ?? []).map(({ brandID }) => Number(brandID));

  it('happens before the call, or after it and before the next one', async () => {
    for (const [when, first] of [
      ['before', [2, 3, 4, 5, 6]],
      ['after', [1, 2, 3, 4, 5, 6]],
    ] as const) {
      const { user } = await withUser({
        match: { request: 'getBrands' },
        times: 1,
        effect: { mutate: [deletion], when },
      });
      expect(idsOf(await user.call('getBrands'))).toEqual(first);
      expect(idsOf(await user.call('getBrands'))).toEqual([2, 3, 4, 5, 6]);
    }
  });

  it('happens at its place in a bulk request', async () => {
    const three = [1, 2, 3].map(() => ({ requestName: 'getBrands' }));
    const countsOf = async (rule: FaultRule) => {
      const { user } = await withUser(rule);
      const { requests } = await user.bulk(three);
      return requests.map((each: { records?: { brandID: number }[] }) => idsOf(each).length);
    };
    const mutate = [deletion];
    expect(await countsOf({ match: { subRequest: 1 }, effect: { mutate } })).toEqual([6, 5, 5]);
    expect(await countsOf({ match: { subRequest: 1 }, effect: { mutate, when: 'after' } })).toEqual([
      6, 6, 5,
    ]);
    expect(await countsOf({ match: { request: 'bulk' }, effect: { mutate } })).toEqual([5, 5, 5]);
    expect(await countsOf({ match: { request: 'bulk' }, effect: { mutate, when: 'after' } })).toEqual([
      6, 6, 6,
    ]);
  });

  it('is that of another user: stamped, and in the operations log', async () => {
    const { user, account } = await withUser({
      match: { request: 'getBrands' },
      effect: {
        mutate: [
          { table: 'products', op: 'update', id: 2, values: { name: 'Changed' } },
          { table: 'products', op: 'delete', id: 3 },
        ],
      },
    });
    await user.call('getBrands');
    const { now } = account.clock.read();
    expect(account.data('products').get(2)).toMatchObject({ name: 'Changed', lastModified: now });
    const log = await user.call('getUserOperationsLog', { tableName: 'products' });
    expect(log.records).toMatchObject([{ itemID: expect.anything(), timestamp: now }]);
    expect(Number(log.records[0].itemID)).toBe(3);
  });

  it('does not happen to a request that does not get as far as its call', async () => {
    const { mock, account } = await withUser({
      match: { request: 'getBrands' },
      effect: { mutate: [deletion] },
    });
    await ask(mock, { clientCode: code, request: 'getBrands', sessionKey: 'unknown' });
    account.addFault({ match: { request: 'getBrands' }, times: 1, effect: { httpStatus: 503 } });
    const user = await loggedIn(mock, code);
    await user.call('getBrands').catch(() => undefined);
    expect(account.faults().notFired).toEqual([1]);
    await user.call('getBrands');
    expect(account.faults().notFired).toEqual([]);
  });

  it('of a record that is gone by then is noted, and does not count', async () => {
    const { user, account } = await withUser({
      match: { request: 'getBrands' },
      effect: { mutate: [deletion] },
    });
    account.data('brands').remove(1);
    await user.call('getBrands');
    expect(account.faults().notFired).toEqual([1]);
    expect(account.journal().entries.at(-1)?.notes).toEqual(['mutate: brands has no record 1']);
  });
});
