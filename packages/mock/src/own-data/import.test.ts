import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { propertyScale } from '@erply-kit/tooling/property';

import { frozenMock, loggedIn, start } from '../../test/ask.ts';
import type { Mock } from '../index.ts';

const shirt = { productID: 1, code: 'A1', name: 'Shirt', price: 12.5, groupID: 1 };

const line = (table: string, record: object) => JSON.stringify({ table, record });

async function post(
  mock: Mock,
  body: string | Buffer<ArrayBuffer> | ReadableStream,
  contentType = 'application/x-ndjson',
) {
  const response = await mock.app.request('/_mock/accounts/100001/data', {
    method: 'POST',
    body,
    headers: { 'content-type': contentType, host: 'localhost' },
    ...{ duplex: 'half' },
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

const emptyMock = () => frozenMock({ dataset: 'empty', quota: 1e9 });

const changesOf = (mock: Mock) => mock.account('100001').changes().counts;

describe('own data', () => {
  it.each([
    ['customers', 'suppliers', 'customerID', 'supplierID'],
    ['suppliers', 'customers', 'supplierID', 'customerID'],
  ])('gives an ID to one of %s and %s, who share theirs, and writes nothing otherwise', async (...names) => {
    const [first, second, firstKey, secondKey] = names;
    const mock = emptyMock();
    const lines = [line(first, { [firstKey]: 7 }), line(second, { [secondKey]: 8 })];
    const clash = line(second, { [secondKey]: 7 });
    const { status, body } = await post(mock, [...lines, clash].join('\n'));
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(
      `line 3: ${second}: record 7 is one of ${first} in line 1, who share their IDs with ${second}`,
    );
    expect(changesOf(mock)).toEqual({});
    expect((await post(mock, lines.join('\n'))).status).toBe(200);
    expect((await post(mock, clash)).status).toBe(400);
  });

  it('comes as NDJSON, and is what calls answer from then on', async () => {
    const mock = emptyMock();
    const lines = [
      line('products', { ...shirt, groupID: 7, brandID: 3, nameEST: 'Särk' }),
      line('brands', { brandID: 3, name: 'Acme' }),
      '',
      line('productGroups', { productGroupID: 7, name: 'Clothes' }),
      line('stockMovements', { productID: 1, warehouseID: 1, amount: 7, cost: 5 }),
      line('stockLevels', { productID: 1, warehouseID: 1, reorderPoint: 2 }),
      line('users', { userName: 'clerk', password: 'own-pass' }),
      line('confParameters', { org_idDat: 1, timezone: 'Europe/Riga' }),
    ];
    expect(await post(mock, lines.join('\n'))).toEqual({
      status: 200,
      body: {
        confParameters: { added: 0, changed: 1, deleted: 0 },
        products: { added: 1, changed: 0, deleted: 0 },
        brands: { added: 1, changed: 0, deleted: 0 },
        productGroups: { added: 1, changed: 0, deleted: 0 },
        stockMovements: { added: 1, changed: 0, deleted: 0 },
        stockLevels: { added: 0, changed: 1, deleted: 0 },
        users: { added: 1, changed: 0, deleted: 0 },
      },
    });
    const { call } = await loggedIn(mock);
    const { records } = await call('getProducts', { getStockInfo: 1 });
    expect(records).toMatchObject([
      { productID: 1, code: 'A1', name: 'Shirt', price: 12.5, groupName: 'Clothes', brandName: 'Acme' },
    ]);
    expect(records[0]).toMatchObject({ added: start, status: 'ACTIVE' });
    expect((await call('getProducts', { lang: 'est' })).records).toMatchObject([{ name: 'Särk' }]);
    const stock = await call('getProductStock', { warehouseID: 1, getReorderPoints: 1 });
    expect(stock.records).toMatchObject([{ productID: 1, amountInStock: 7, reorderPoint: 2 }]);
    expect((await call('getConfParameters')).records[0].timezone).toBe('Europe/Riga');
    expect(mock.account('100001').data('users').list()).toMatchObject([{}, { userName: 'clerk' }]);
  });

  it('deletes what is part of a customer with it', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const parts = async (customerID: number) => [
      (await call('getAddresses', { ownerID: customerID })).status.recordsTotal,
      (await call('getEarnedRewardPointRecords', { customerID })).status.recordsTotal,
      (await call('getUsedRewardPointRecords', { customerID })).status.recordsTotal,
    ];
    await call('saveAddress', { ownerID: 1003, typeID: 1, street: 'x' });
    const other = await parts(1004);
    for (const count of await parts(1003)) expect(count).toBeGreaterThan(0);
    const deletion = JSON.stringify({ table: 'customers', id: 1003, deleted: true });
    expect((await post(mock, deletion)).body).toEqual({ customers: { added: 0, changed: 0, deleted: 1 } });
    expect(await parts(1003)).toEqual([0, 0, 0]);
    expect(await parts(1004)).toEqual(other);
    // Who gets the ID later has nothing of the one before.
    await post(mock, line('customers', { customerID: 1003, lastName: 'Another' }));
    expect(await parts(1003)).toEqual([0, 0, 0]);
  });

  it('changes only what it names of a record that is there, and unsets what is null', async () => {
    const mock = frozenMock();
    const account = mock.account('100001');
    const before = account.data('products').get(1);
    const lines = line('products', { productID: 1, name: 'Renamed', brandID: null });
    expect((await post(mock, lines)).body).toEqual({ products: { added: 0, changed: 1, deleted: 0 } });
    expect(account.data('products').get(1)).toMatchObject({
      name: 'Renamed',
      code: before.code,
      brandID: 0,
      added: before.added,
      lastModified: start,
    });
  });

  it('gives a record without an ID the next one', async () => {
    const mock = frozenMock();
    const lines = [line('brands', { name: 'Next' }), line('brands', { brandID: 40, name: 'Given' })];
    await post(mock, lines.join('\n'));
    const names = mock.account('100001').data('brands').list().slice(30);
    expect(names).toMatchObject([
      { brandID: 40, name: 'Given' },
      { brandID: 41, name: 'Next' },
    ]);
  });

  it('keeps the times that it brings', async () => {
    const mock = emptyMock();
    await post(mock, line('products', { ...shirt, added: 1_600_000_000, lastModified: 1_700_000_000 }));
    const { call } = await loggedIn(mock);
    const { records } = await call('getProducts');
    expect(records).toMatchObject([{ added: 1_600_000_000, lastModified: 1_700_000_000 }]);
  });

  it('deletes, as another user would', async () => {
    const mock = frozenMock();
    const lines = [
      JSON.stringify({ table: 'products', id: 5, deleted: true }),
      JSON.stringify({
        ...{ table: 'products', id: 9999, deleted: true },
        ...{ timestamp: start - 60, userName: 'x' },
      }),
    ];
    expect((await post(mock, lines.join('\n'))).body).toEqual({
      products: { added: 0, changed: 0, deleted: 1 },
    });
    const { call } = await loggedIn(mock);
    expect((await call('getProducts', { productID: 5 })).records).toEqual([]);
    expect((await call('getUserOperationsLog', { tableName: 'products' })).records).toMatchObject([
      { itemID: 5, timestamp: start },
      { itemID: 9999, timestamp: start - 60, userName: 'x' },
    ]);
    expect(mock.account('100001').data('products').insert({ name: 'After' })).toBe(10_000);
  });

  it('comes as JSON and YAML, too', async () => {
    const json = { products: [shirt], deleted: [{ table: 'productUnits', id: 7 }] };
    const yaml = `
products:
  - productID: 1
    code: A1
    name: Shirt
    price: 12.50
    groupID: 1
deleted:
  - { table: productUnits, id: 7 }
`;
    const [one, other, third] = [emptyMock(), emptyMock(), emptyMock()];
    expect((await post(one, JSON.stringify(json), 'application/json')).status).toBe(200);
    expect((await post(other, yaml, 'application/yaml; charset=utf-8')).status).toBe(200);
    await third.account('100001').importData(json);
    const [first] = [one.account('100001').changes()];
    expect(first.counts).toEqual({
      products: { added: 1, changed: 0, deleted: 0 },
      productUnits: { added: 0, changed: 0, deleted: 1 },
    });
    expect(other.account('100001').changes()).toEqual(first);
    expect(third.account('100001').changes()).toEqual(first);
  });
});

describe('own data that is wrong', () => {
  const good = line('products', shirt);
  const cases: readonly [name: string, lines: readonly string[], error: string][] = [
    ['not JSON', [good, '{"table":'], 'line 2: not JSON'],
    ['no object', ['[]'], 'line 1: needs an object, as {"table":"products","record":{"productID":1}}'],
    [
      'an unknown table',
      [good, '', line('product', {})],
      'line 3: there is no table "product"; did you mean',
    ],
    ['an unknown key', ['{"table":"products","recrod":{}}'], 'line 1: a line has no "recrod"; did you mean'],
    ['no record', ['{"table":"products"}'], 'line 1: products: record needs an object'],
    ['an unknown field', [line('products', { nmae: 'x' })], 'line 1: products have no field "nmae"; did you'],
    [
      'a save name',
      [line('products', { netPrice: 1 })],
      'line 1: products have no field "netPrice": in records it is called price',
    ],
    ['a wrong type', [good, line('brands', { name: [] })], 'line 2: brands: name is not a text'],
    [
      'a wrong price',
      [line('products', { ...shirt, price: 'cheap' })],
      'line 1: products: price is not a number',
    ],
    [
      'a joined field',
      [line('products', { groupName: 'x' })],
      'line 1: products: groupName is read from productGroups: set groupID, or change the record there',
    ],
    [
      'a time in milliseconds',
      [line('products', { ...shirt, added: 1_780_000_000_000 })],
      'line 1: products: added is in milliseconds; it needs Unix seconds',
    ],
    [
      'a reference to nothing',
      [good, line('products', { productID: 2, brandID: 9 })],
      'line 2: products: brandID is 9, and brands have no record 9',
    ],
    [
      'a reference to what it deletes',
      [good, '{"table":"productGroups","id":1,"deleted":true}'],
      'line 1: products: groupID is 1, and productGroups have no record 1',
    ],
    [
      'the same ID twice',
      [good, '', line('products', { productID: 1 })],
      'line 3: products: record 1 is there twice, the first time in line 1',
    ],
    [
      'a deletion of nothing',
      ['{"table":"brands","id":5,"deleted":true}'],
      'line 1: brands have no record 5 to delete; with its timestamp it is a deletion of the past',
    ],
    [
      'a wrong ID',
      [line('brands', { brandID: -1 })],
      'line 1: brands: brandID needs a whole number from 1 to',
    ],
    [
      'stock of nothing',
      [line('stockMovements', { productID: 9, warehouseID: 1, amount: 1 })],
      'line 1: stockMovements: productID is 9, and products have no record 9',
    ],
    [
      'stock of a matrix product',
      [
        line('products', { ...shirt, type: 'MATRIX' }),
        line('stockMovements', { productID: 1, warehouseID: 1, amount: 1 }),
      ],
      'line 2: stockMovements: product 1 is a MATRIX, which has no stock of its own',
    ],
    [
      'the same user twice',
      [line('users', { userName: 'a' }), line('users', { userName: 'a' })],
      'line 2: users: a is there twice, the first time in line 1',
    ],
    [
      'a user without a name',
      [line('users', { password: 'CANARY-SECRET-7f3a' })],
      'line 1: users: userName is needed: a text that is not empty',
    ],
    [
      'an unknown field in a list',
      [line('products', { ...shirt, attributes: [{ attributeNmae: 'x', attributeValue: 'y' }] })],
      'line 1: products: attributes[0] has no field "attributeNmae"',
    ],
  ];

  it.each(cases)('changes nothing and says where it is: %s', async (_, lines, error) => {
    const mock = emptyMock();
    const answer = await post(mock, lines.join('\n'));
    expect(answer).toEqual({ status: 400, body: { error: expect.stringContaining(error) } });
    expect(changesOf(mock)).toEqual({});
    expect(mock.accounts()).toEqual([]);
  });

  it('is refused in other formats by its place in its list', async () => {
    const mock = emptyMock();
    const wrong = { brands: [{ name: 'fine' }, { name: {} }] };
    const error = 'record 2 of brands: brands: name is not a text';
    expect((await post(mock, JSON.stringify(wrong), 'application/json')).body).toEqual({ error });
    await expect(mock.account('100001').importData(wrong)).rejects.toThrow(error);
    expect((await post(mock, 'brands: [', 'text/yaml')).body.error).toContain('line 1: not YAML');
    expect((await post(mock, 'brands: 5', 'text/yaml')).body.error).toBe('"brands" needs a list of records');
    expect((await post(mock, '[]', 'application/json')).body.error).toContain('needs an object of tables');
    expect((await post(mock, 'x', 'text/csv')).status).toBe(415);
  });

  it('is refused where it is too long, not UTF-8, or breaks off', async () => {
    const mock = emptyMock();
    const long = await post(mock, line('brands', { name: 'x'.repeat(1024 * 1024) }));
    expect(long).toEqual({ status: 413, body: { error: 'line 1: is longer than 1048576 characters' } });
    const latin1 = await post(mock, Buffer.from(line('brands', { name: 'Põhi' }), 'latin1'));
    expect(latin1.body.error).toContain('not UTF-8');
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`${line('brands', { name: 'x' })}\n`));
        controller.error(new Error('gone'));
      },
    });
    expect(await post(mock, broken)).toEqual({ status: 400, body: { error: 'the body broke off' } });
    expect(changesOf(mock)).toEqual({});
  });

  it('is refused with 507 before accounts hold more than they may', async () => {
    const mock = frozenMock({ dataset: 'empty', maxAccountMegabytes: 1 });
    const lines = Array.from({ length: 3000 }, (_, index) => line('brands', { name: `Brand ${index}` }));
    expect((await post(mock, lines.join('\n'))).status).toBe(507);
    expect(changesOf(mock)).toEqual({});
  });
});

describe('own data of very many products', () => {
  const count = propertyScale > 1 ? 100_000 : 20_000;
  const lines = Array.from({ length: count }, (_, index) =>
    line('products', { productID: index + 1, code: `A${index}`, price: index / 100, groupID: 1 }),
  );

  it('is taken all or none, and nobody sees the half of it', async () => {
    const mock = emptyMock();
    const counts = new Set<number | undefined>();
    const importing = { done: false };
    const looking = (async () => {
      for (let looks = 0; looks < 1e6 && !importing.done; looks += 1) {
        counts.add(mock.account('100001').describe().tables.products);
        await turn();
      }
    })();
    const wrong = await post(mock, [...lines, line('products', { groupID: 99 })].join('\n'));
    expect(wrong.body.error).toBe(
      `line ${count + 1}: products: groupID is 99, and productGroups have no record 99`,
    );
    expect([...counts]).toEqual([0]);
    const right = await post(mock, lines.join('\n'));
    expect(right.body).toEqual({ products: { added: count, changed: 0, deleted: 0 } });
    importing.done = true;
    await looking;
    const { call } = await loggedIn(mock);
    expect((await call('getProducts', { recordsOnPage: 1 })).status.recordsTotal).toBe(count);
    for (const seen of counts) expect([0, count]).toContain(seen);
  });

  it('loses no change that somebody else makes meanwhile', async () => {
    const mock = emptyMock();
    const brands = mock.account('100001').data('brands');
    const importing = { done: false };
    const names: string[] = [];
    const saving = (async () => {
      while (names.length < 1e5 && !importing.done) {
        brands.insert({ name: `Meanwhile ${names.length}` });
        names.push(`Meanwhile ${names.length}`);
        await turn();
      }
    })();
    await post(mock, lines.slice(0, count / 5).join('\n'));
    importing.done = true;
    await saving;
    expect(names.length).toBeGreaterThan(1);
    expect(brands.list().map(({ name }) => name)).toEqual(names);
    expect(mock.account('100001').changes({ limit: 0 }).counts.products).toMatchObject({ added: count / 5 });
  });
});
