import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { frozenMock, loggedIn } from '../test/ask.ts';
import { OptionError } from './index.ts';

const shirt = { productID: 1, code: 'A1', name: 'Shirt', price: 12.5, groupID: 1 };
const data = { products: [shirt], stockMovements: [{ productID: 1, warehouseID: 1, amount: 7 }] };

const ndjson = Object.entries(data)
  .flatMap(([table, records]) => records.map((record) => JSON.stringify({ table, record })))
  .join('\n');

describe('data of a server of its own', () => {
  it.each([
    ['', ''],
    ['shop.ndjson', ndjson],
    ['shop.json', JSON.stringify(data)],
    ['shop.yaml', JSON.stringify(data)],
  ])('is what every account begins with, and comes back to: %s', async (name, text) => {
    await using folder = await temporaryFolder('own-data', name === '' ? {} : { [name]: text });
    const mock = frozenMock({ dataset: 'empty', data: name === '' ? data : join(folder.path, name) });
    for (const code of ['a', 'b']) {
      const { call } = await loggedIn(mock, code);
      expect((await call('getProducts')).records).toMatchObject([{ code: 'A1', price: 12.5 }]);
      const stock = async () => (await call('getProductStock', { warehouseID: 1 })).records[0].amountInStock;
      expect(await stock()).toBe(7);
      const account = mock.account(code);
      account.data('products').update(1, { name: 'Changed' });
      account.stockMovements.insert({ productID: 1, warehouseID: 1, amount: 1 });
      expect(await stock()).toBe(8);
      let changed = '';
      for await (const piece of account.exportData({ changed: true })) changed += piece;
      expect(
        changed
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toMatchObject([
        { table: 'products', record: { productID: 1, name: 'Changed' } },
        { table: 'stockMovements', record: { amount: 1 } },
        { table: 'stockChangeTimes', record: { productID: 1, warehouseID: 1 } },
      ]);
      account.reset(['data']);
      expect(await stock()).toBe(7);
      expect((await call('getProducts')).records).toMatchObject([{ name: 'Shirt' }]);
    }
  });

  it.each([
    [
      'shop.ndjson',
      `${ndjson}\n{"table":"products","record":{"price":"cheap"}}`,
      'line 3: products: price is not',
    ],
    [
      'shop.json',
      '{"products":[{"price":"cheap"}]}',
      'record 1 of products: products: price is not a number',
    ],
    ['shop.yaml', 'products: [', 'line 1: not YAML'],
    ['shop.csv', 'x', 'needs a name that ends in .ndjson, .jsonl, .json, .yaml, .yml'],
    ['shop.json', Buffer.from('{"brands":[{"name":"Põhi"}]}', 'latin1'), 'is not UTF-8'],
  ])('does not let a server start with a wrong file: %s', async (name, content, problem) => {
    await using folder = await temporaryFolder('own-data');
    const path = join(folder.path, name);
    writeFileSync(path, content);
    expect(() => frozenMock({ data: path })).toThrow(OptionError);
    expect(() => frozenMock({ data: path })).toThrow(`data ${path}: ${problem}`);
  });

  it('does not let a server start without its file, or with a wrong object', () => {
    expect(() => frozenMock({ data: '/no/such/shop.json' })).toThrow(
      '/no/such/shop.json: cannot be read: there is no such file',
    );
    expect(() => frozenMock({ data: { brands: [{ nmae: 'x' }] } })).toThrow(
      'data is wrong: record 1 of brands: brands have no field "nmae"',
    );
  });

  it('stays beside what an account does, in snapshots and forks as well', async () => {
    const mock = frozenMock({ dataset: 'empty', data });
    const account = mock.account('a');
    const stock = async (code: string) => {
      const { call } = await loggedIn(mock, code);
      return (await call('getProductStock', { warehouseID: 1 })).records[0].amountInStock;
    };
    const move = (amount: number) => account.stockMovements.insert({ productID: 1, warehouseID: 1, amount });
    expect(move(1)).toBe(2);
    const { id } = account.snapshot();
    expect(move(10)).toBe(3);
    account.fork('b');
    account.restore(id);
    expect([await stock('a'), await stock('b'), await stock('c')]).toEqual([8, 18, 7]);
    expect(
      mock
        .account('b')
        .stockMovements.list()
        .map(({ amount }) => amount),
    ).toEqual([7, 1, 10]);
    expect(mock.account('b').changes().changes).toMatchObject([
      { table: 'productStock', id: 1, fields: { amountInStock: { from: 7, to: 18 } } },
    ]);
  });

  it('costs an account that does not change it next to nothing', async () => {
    const products = Array.from({ length: 10_000 }, (_, index) => ({ ...shirt, productID: index + 1 }));
    const mock = frozenMock({ dataset: 'empty', data: { products }, maxAccountMegabytes: 16 });
    for (let index = 0; index < 64; index += 1) {
      const { call } = await loggedIn(mock, `test${index}`);
      expect((await call('getProducts', { recordsOnPage: 1 })).status.recordsTotal).toBe(10_000);
      mock
        .account(`test${index}`)
        .data('products')
        .update(index + 1, { name: 'Own' });
    }
    expect(mock.accounts()).toHaveLength(64);
  });
});
