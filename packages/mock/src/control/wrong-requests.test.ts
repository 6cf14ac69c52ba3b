import { describe, expect, it } from 'vitest';

import { ask as askClassic, control, frozenMock, loggedIn } from '../../test/ask.ts';

const shop = { products: 12, warehouses: 2 };
const account = '/accounts/100001';

/** Mistakes of somebody who has never seen the control API. */
describe('a wrong request of the control API', () => {
  it.each([
    ['GET', '/clocks', 'no GET /_mock/clocks in the control API; did you mean /_mock/clock?'],
    ['POST', '/clock', 'no POST /_mock/clock in the control API; there is GET, PUT'],
    [
      'GET',
      `${account}/snapshot`,
      `no GET /_mock${account}/snapshot in the control API; did you mean /_mock/accounts/CODE/snapshots?`,
    ],
    [
      'PUT',
      `${account}/data/products?x=1`,
      `no PUT /_mock${account}/data/products in the control API; there is GET, POST`,
    ],
    ['GET', '/anything-else', 'no GET /_mock/anything-else in the control API'],
  ])('%s %s is told what there is', async (method, path, error) => {
    expect(await control(frozenMock(shop))(method, path)).toEqual({ status: 404, body: { error } });
  });

  it.each([
    ['GET', '/accounts', '?x=1'],
    ['GET', account, '?tables=products'],
    ['GET', `${account}/report`, '?format=text'],
    ['GET', `${account}/bundle`, '?changed=1'],
    ['GET', `${account}/data/products`, '?limit=5'],
    ['GET', `${account}/data/stockMovements`, '?productID=5'],
    ['DELETE', `${account}/journal`, '?request=getProducts'],
    ['DELETE', `${account}/faults`, '?id=1'],
  ])('%s %s%s does nothing, since it would not look at that', async (method, path, query) => {
    const name = query.slice(1, query.indexOf('='));
    expect(await control(frozenMock(shop))(method, path + query)).toEqual({
      status: 400,
      body: { error: `${method} ${path} takes nothing behind ?, and has "${name}"` },
    });
  });

  it('does not empty the journal when it was asked for a part of it', async () => {
    const mock = frozenMock(shop);
    await loggedIn(mock);
    expect((await control(mock)('DELETE', `${account}/journal?request=getProducts`)).status).toBe(400);
    expect(mock.account('100001').journal().entries).toHaveLength(1);
  });

  it('is not answered with the first of two', async () => {
    const { status, body } = await control(frozenMock(shop))('GET', `${account}/changes?since=1&since=2`);
    expect([status, body.error]).toEqual([400, '"since" is there twice: give it once']);
  });

  it.each([
    ['PUT', '/clock'],
    ['PUT', `${account}/config`],
    ['PUT', `${account}/quota`],
    ['PUT', `${account}/data/products/1`],
    ['POST', `${account}/data/products`],
  ])('%s %s without a body changes nothing', async (method, path) => {
    const mock = frozenMock(shop);
    const answer = await control(mock)(method, path);
    expect(answer).toEqual({ status: 400, body: { error: 'a body is needed: a JSON object' } });
    expect(mock.account('100001').data('products').list()).toHaveLength(12);
  });

  it('ends no sessions when it names some of them', async () => {
    const mock = frozenMock(shop);
    const { sessionKey } = await loggedIn(mock);
    const { status, body } = await control(mock)('POST', `${account}/sessions/expire`, { user: 'demo' });
    expect(status).toBe(400);
    expect(body.error).toBe('sessions/expire ends all sessions and takes no fields, and has "user"');
    const still = await askClassic(mock, { clientCode: '100001', request: 'getBrands', sessionKey });
    expect(still.status.errorCode).toBe(0);
  });

  it.each([
    [{ seconds: '5' }, 'seconds needs a number, as 90'],
    [{ seconds: 5, by: '1h' }, 'give seconds or by, not both'],
    [{ by: true }, 'by needs a span of time, as 1h30m, 45s or 2d'],
  ])('does not move the clock by %j', async (wrong, error) => {
    expect(await control(frozenMock(shop))('POST', '/clock/advance', wrong)).toEqual({
      status: 400,
      body: { error },
    });
  });

  it('does not set for an account what only the whole server has', async () => {
    const ask = control(frozenMock(shop));
    const error = 'tooManyBody is of the whole server: start it with --set tooManyBody';
    expect(await ask('PUT', `${account}/config`, { set: { tooManyBody: 'json' } })).toEqual({
      status: 400,
      body: { error },
    });
    // What was read can be written back.
    const { set } = (await ask('GET', `${account}/config`)).body;
    expect((await ask('PUT', `${account}/config`, { set })).status).toBe(200);
  });

  it('names a client code that cannot be one, and those that there are', async () => {
    const cannotBe = '"a b" cannot be a client code: it has 1 to 32 letters, digits, - and _';
    const mock = frozenMock({ ...shop, accounts: ['100001', 'shop'] });
    const ask = control(mock);
    expect(await ask('GET', '/accounts/a%20b')).toEqual({ status: 404, body: { error: cannotBe } });
    expect(() => mock.account('a b').describe()).toThrow(cannotBe);
    const notOne = 'no account "other"; there are: 100001, shop';
    expect(await ask('GET', '/accounts/other/quota')).toEqual({ status: 404, body: { error: notOne } });
    const forkTo = 'to needs a client code of 1 to 32 letters, digits, - and _';
    expect(await ask('POST', `${account}/fork`, { to: 'a b' })).toEqual({
      status: 400,
      body: { error: forkTo },
    });
  });
});

describe('the same mistake in a program', () => {
  it('is told the same as over HTTP', async () => {
    const mock = frozenMock(shop);
    const ask = control(mock);
    const ofHttp = async (path: string) => (await ask('GET', account + path)).body.error;
    const here = mock.account('100001');
    const since = 'since needs the ID or the name of a snapshot';
    expect(await ofHttp('/changes?since=')).toBe(since);
    expect(() => here.changes({ since: '' })).toThrow(since);
    const unknown = 'changes have no "sinse"; did you mean since?';
    expect(await ofHttp('/changes?sinse=1')).toBe(unknown);
    expect(() => here.changes({ sinse: 1 } as object)).toThrow(unknown);
    const format = 'format needs one of ndjson, json, yaml';
    expect(await ofHttp('/export?format=csv')).toBe(format);
    expect(() => here.exportData({ format: 'csv' as never })).toThrow(format);
    const tables = 'tables needs at least one table, as products,brands';
    expect(await ofHttp('/export?tables=')).toBe(tables);
    expect(() => here.exportData({ tables: [] })).toThrow(tables);
    expect(() => here.exportData({ change: true } as object)).toThrow(
      'an export has no "change"; did you mean changed?',
    );
    await expect(here.importData('', { format: 'csv' as never })).rejects.toThrow(format);
    await expect(here.importData('', { references: 'off' as never })).rejects.toThrow(
      'references needs one of checked, unchecked',
    );
    expect(() => here.reset([])).toThrow('what needs one of data, sessions');
  });

  const here = () => frozenMock(shop).account('100001') as any;
  it.each<[string, () => unknown, string]>([
    [
      'account(5)',
      () => frozenMock(shop).account(5 as never),
      "a client code needs a text, as account('100001')",
    ],
    ['account()', () => (frozenMock(shop) as any).account(), 'a client code needs a text'],
    ['data()', () => here().data(), "a table needs its name, as data('products')"],
    ['insert()', () => here().data('products').insert(), 'products needs an object of fields'],
    ['insert([])', () => here().data('products').insert([]), 'products needs an object of fields'],
    ['update(1)', () => here().data('products').update(1), 'products needs an object of fields'],
    [
      'expectCalled with a number',
      () => here().expectCalled('getProducts', {}, 1),
      'what is expected needs an object, as { times: 1 }',
    ],
  ])('%s is told what is needed', (_, act, error) => {
    expect(act).toThrow(error);
  });
});
