import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tables } from '@erply-kit/schemas';
import { propertyRun, randomOf } from '@erply-kit/tooling/property';

import { control, frozenMock, loggedIn } from '../../../test/ask.ts';
import type { Mock } from '../../index.ts';

const keyOf = new Map(Object.values(tables).map(({ name, key }) => [name as string, key as string]));

const shop = { products: 12, customers: 10, warehouses: 2, documents: 0, quota: 1e6 };

describe('changes', () => {
  it('are an empty list where nobody has changed anything', async () => {
    const mock = frozenMock(shop);
    const { call } = await loggedIn(mock);
    await call('getProducts');
    const none = { counts: {}, changes: [], omitted: 0 };
    expect(mock.account('100001').changes()).toEqual(none);
    const { id } = mock.account('100001').snapshot();
    expect(mock.account('100001').changes({ since: id })).toEqual(none);
  });

  it('name each field that differs, from what and to what', async () => {
    const mock = frozenMock(shop);
    const account = mock.account('100001');
    const { call } = await loggedIn(mock);
    const { price } = account.data('products').get(3);
    account.snapshot('before');
    account.clock.advance(60);
    await call('saveProduct', { productID: 3, netPrice: 1234 });
    account.data('products').remove(4);
    await call('saveBrand', { name: 'Newbrand' });
    account.stockMovements.insert({ productID: 3, warehouseID: 2, amount: 5 });
    account.data('users').update(1, { password: 'other', employeeName: 'Somebody' });
    const { counts, changes } = account.changes({ since: 'before' });
    expect(counts).toMatchObject({
      products: { added: 0, changed: 1, deleted: 1 },
      brands: { added: 1, changed: 0, deleted: 0 },
      users: { added: 0, changed: 1, deleted: 0 },
      productStock: { added: 0, changed: 1, deleted: 0 },
    });
    const of = (table: string, id: number) =>
      changes.find((change) => change.table === table && change.id === id);
    expect(of('products', 3)).toMatchObject({
      change: 'changed',
      fields: {
        price: { from: price, to: 1234 },
        lastModified: { to: account.clock.read().now },
      },
    });
    expect(of('products', 4)).toMatchObject({ change: 'deleted', fields: { productID: { from: 4 } } });
    expect(of('productStock', 3)).toEqual({
      ...{ table: 'productStock', id: 3, warehouseID: 2, change: 'changed' },
      fields: { amountInStock: { from: expect.any(Number), to: expect.any(Number) } },
    });
    expect(of('users', 1)?.fields).toEqual({
      password: { from: '*** (before)', to: '*** (after)' },
      lastModified: { to: account.clock.read().now },
      lastModifiedByUserName: { to: 'demo' },
    });
    expect(of('employees', 1)?.fields).toMatchObject({ fullName: { from: 'Demo User', to: 'Somebody' } });
    expect(JSON.stringify(changes)).not.toMatch(/demouser|"other"/);
  });

  it('are those that a comparison of all records finds', async () => {
    const records = (mock: Mock) => {
      const account = mock.account('100001');
      const { stockMovements: _, users: __, ...counts } = account.describe().tables;
      return Object.keys(counts).flatMap((table) =>
        account
          .data(table)
          .list()
          .map((record): [string, string] => [
            `${table}/${record[keyOf.get(table) ?? '']}`,
            JSON.stringify(record),
          ]),
      );
    };
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const mock = frozenMock(shop);
      const account = mock.account('100001');
      const ids = () =>
        account
          .data('products')
          .list()
          .map(({ productID }) => Number(productID));
      const changeOne = () => {
        account.clock.advance(1);
        const table = random.pick(['products', 'brands', 'suppliers']);
        const name = table === 'suppliers' ? { companyName: `n${random.whole(1, 9)}` } : { name: 'n' };
        const [first = 1] = ids();
        random.pick([
          () => account.data(table).insert(name),
          () => table === 'products' && account.data(table).update(first, { name: `x${random.whole(1, 3)}` }),
          () => table === 'products' && ids().length > 1 && account.data(table).remove(random.pick(ids())),
        ])();
      };
      for (let left = random.whole(0, 5); left > 0; left -= 1) changeOne();
      account.snapshot('then');
      const before = new Map(records(mock));
      for (let left = random.whole(0, 5); left > 0; left -= 1) changeOne();
      const after = new Map(records(mock));
      const expected = [...new Set([...before.keys(), ...after.keys()])]
        .filter((key) => before.get(key) !== after.get(key))
        .map((key) => `${key} ${before.has(key) ? (after.has(key) ? 'changed' : 'deleted') : 'added'}`);
      const { changes } = account.changes({ since: 'then' });
      const found = changes
        .filter(({ table }) => table !== 'productStock')
        .map(({ table, id, change }) => `${table}/${id} ${change}`);
      expect(found.toSorted()).toEqual(expected.toSorted());
    });
    await fc.assert(property, propertyRun(20, 4));
  });

  it('are all counted, and shown up to a limit', async () => {
    const mock = frozenMock(shop);
    for (let id = 1; id <= 10; id += 1) mock.account('a').data('products').update(id, { name: 'Same' });
    mock.account('a').data('brands').insert({ name: 'b' });
    const ask = control(mock);
    const { body } = await ask('GET', '/accounts/a/changes?limit=3');
    expect(body.changes).toHaveLength(3);
    expect(body).toMatchObject({ omitted: 8, counts: { products: { changed: 10 }, brands: { added: 1 } } });
    expect((await ask('GET', '/accounts/a/changes?table=brands')).body.counts).toEqual({
      brands: { added: 1, changed: 0, deleted: 0 },
    });
  });

  it.each([
    ['since=9', 404, 'no snapshot 9 of this account; it has none'],
    ['sinse=1', 400, 'changes have no "sinse"; did you mean since?'],
    ['table=product', 404, 'no table "product"; did you mean products?'],
    ['limit=-1', 400, 'limit needs a whole number'],
  ])('refuse %s', async (query, status, error) => {
    const answer = await control(frozenMock(shop))('GET', `/accounts/a/changes?${query}`);
    expect(answer).toEqual({ status, body: { error } });
  });
});
