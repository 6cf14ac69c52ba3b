import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRun, randomOf } from '@erply-kit/tooling/property';

import { type Call, changeSome, look, shop } from '../../../test/any-changes.ts';
import { askText, control, frozenMock, loggedIn } from '../../../test/ask.ts';

describe('a snapshot', () => {
  it('brings everything back as it was, and what is asked then is answered as it was then', async () => {
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const mock = frozenMock(shop);
      const { call, sessionKey } = await loggedIn(mock);
      await changeSome(random, mock, call);
      const { id } = mock.account('100001').snapshot();
      const dice = mock.account('100001').chaos();
      const before = await look(mock, sessionKey);
      const login = () =>
        askText(mock, {
          ...{ clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'demouser' },
        });
      const firstLogin = await login();
      for (let round = random.whole(1, 2); round > 0; round -= 1) {
        await changeSome(random, mock, call);
        mock.account('100001').restore(id);
        expect(mock.account('100001').chaos()).toEqual(dice);
        expect(await look(mock, sessionKey)).toEqual(before);
        expect(await login()).toBe(firstLogin);
      }
    });
    await fc.assert(property, propertyRun(8, 2));
  });

  it('of a fork is its own: neither shows what happens in the other one', async () => {
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const mock = frozenMock(shop);
      const { call, sessionKey } = await loggedIn(mock);
      await changeSome(random, mock, call);
      mock.account('100001').fork('fork');
      const before = await look(mock, sessionKey);
      expect(await look(mock, sessionKey, 'fork')).toEqual(before);
      const inFork: Call = (request, fields) => call(request, { clientCode: 'fork', ...fields });
      await changeSome(random, mock, inFork, 'fork');
      expect(await look(mock, sessionKey)).toEqual(before);
      const forked = await look(mock, sessionKey, 'fork');
      await changeSome(random, mock, call);
      expect(await look(mock, sessionKey, 'fork')).toEqual(forked);
    });
    await fc.assert(property, propertyRun(8, 2));
  });

  it('has an ID, and a name that no other one has', () => {
    const account = frozenMock(shop).account('100001');
    const takenAt = account.clock.read().now;
    expect(account.snapshot()).toEqual({ id: 1, name: undefined, takenAt });
    expect(account.snapshot('clean')).toEqual({ id: 2, name: 'clean', takenAt });
    expect(() => account.snapshot('clean')).toThrow('there is a snapshot clean already');
    for (const name of ['', '12', 'a b', 'x'.repeat(65)])
      expect(() => account.snapshot(name)).toThrow('name needs at most 64 letters');
    expect(account.restore('clean').id).toBe(2);
    expect(account.restore({ id: 1 }).id).toBe(1);
    account.removeSnapshot(1);
    expect(account.snapshots().map(({ id }) => id)).toEqual([2]);
    expect(() => account.restore(1)).toThrow('no snapshot 1 of this account; there are 2 (clean)');
    expect(account.snapshot().id).toBe(3);
  });

  it('is kept while its account is reset, and counts as something of its own', async () => {
    const mock = frozenMock({ ...shop, maxAccounts: 1 });
    const account = mock.account('100001');
    account.data('products').update(1, { name: 'Saved' });
    account.snapshot('saved');
    account.reset();
    expect(account.data('products').get(1).name).not.toBe('Saved');
    await loggedIn(mock, 'other');
    expect(mock.accounts()).toContain('100001');
    account.restore('saved');
    expect(account.data('products').get(1).name).toBe('Saved');
  });

  it('is one of at most 100', () => {
    const account = frozenMock(shop).account('100001');
    for (let taken = 0; taken < 100; taken += 1) account.snapshot();
    expect(() => account.snapshot()).toThrow('at most 100 snapshots: delete some');
  });

  it('takes memory, which is counted', () => {
    const account = frozenMock(shop).account('100001');
    account.data('products').update(1, { longdesc: 'x'.repeat(100_000) });
    const { bytes } = account.describe();
    account.snapshot('long');
    account.data('products').update(1, { longdesc: '' });
    expect(account.describe().bytes).toBeGreaterThan(bytes);
    account.removeSnapshot('long');
    expect(account.describe().bytes).toBeLessThan(10_000);
  });

  it('is not taken of one account and brought back in another one', () => {
    const mock = frozenMock(shop);
    mock.account('one').snapshot('mine');
    expect(() => mock.account('two').restore('mine')).toThrow(
      'no snapshot mine of this account; it has none',
    );
  });
});

describe('a fork', () => {
  it('replaces nothing that somebody has changed', () => {
    const mock = frozenMock(shop);
    mock.account('two').data('products').remove(1);
    expect(() => mock.account('one').fork('two')).toThrow('account two has changes of its own');
    expect(() => mock.account('one').fork('one')).toThrow('to needs another client code');
    expect(() => mock.account('one').fork('a b')).toThrow(
      'to needs a client code of 1 to 32 letters, digits, - and _',
    );
    mock.account('two').forget();
    mock.account('one').fork('two');
    expect(mock.accounts()).toContain('two');
  });

  it('has report files of its own', async () => {
    const mock = frozenMock(shop);
    const { call } = await loggedIn(mock);
    const link = async (clientCode: string) => {
      const answer = await call('getProductStock', { warehouseID: 1, responseType: 'CSV', clientCode });
      return String(answer.records[0].reportLink);
    };
    const first = await link('100001');
    mock.account('100001').fork('two');
    const links = [first, await link('100001'), await link('two')];
    expect(new Set(links).size).toBe(3);
    for (const url of links) expect((await mock.app.request(new URL(url).pathname)).status).toBe(200);
  });
});

describe('the control API', () => {
  it('takes, lists, restores and deletes snapshots, and forks', async () => {
    const mock = frozenMock(shop);
    const ask = control(mock);
    mock.account('a').data('products').update(1, { name: 'Then' });
    expect(await ask('POST', '/accounts/a/snapshots', { name: 'then' })).toMatchObject({
      ...{ status: 201, body: { id: 1, name: 'then' } },
    });
    mock.account('a').data('products').update(1, { name: 'Now' });
    expect(await ask('POST', '/accounts/a/fork', { to: 'b' })).toEqual({
      ...{ status: 201, body: { clientCode: 'b' } },
    });
    expect((await ask('POST', '/accounts/a/restore', { name: 'then' })).body.id).toBe(1);
    expect(mock.account('a').data('products').get(1).name).toBe('Then');
    expect(mock.account('b').data('products').get(1).name).toBe('Now');
    expect((await ask('GET', '/accounts/a/snapshots')).body).toHaveLength(1);
    expect((await ask('DELETE', '/accounts/a/snapshots/then')).status).toBe(204);
    expect((await ask('GET', '/accounts/a/snapshots')).body).toEqual([]);
  });

  it.each([
    ['fork', {}, 'to is needed: a client code of 1 to 32 letters, digits, - and _'],
    ['fork', { code: 'b' }, 'a fork has no "code"; there are: to'],
    ['snapshots', { nmae: 'x' }, 'a snapshot has no "nmae"; did you mean name?'],
    ['snapshots', { name: 7 }, 'name needs at most 64 letters, digits, dots, - and _, not only digits'],
    ['restore', {}, 'give the snapshot as {"id": 1} or as {"name": "before"}'],
    ['restore', { id: 1, name: 'x' }, 'give the snapshot as {"id": 1} or as {"name": "before"}'],
    ['restore', { id: '1' }, 'id needs a whole number of 1 or more'],
  ])('refuses %s %j', async (route, body, error) => {
    const ask = control(frozenMock(shop));
    expect(await ask('POST', `/accounts/a/${route}`, body)).toEqual({ status: 400, body: { error } });
  });
});
