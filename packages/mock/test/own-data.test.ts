import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type AnyCall, calls, tables } from '@erply-kit/schemas';
import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import type { ExportOptions } from '../src/control/data/export-control.ts';
import type { Mock } from '../src/index.ts';
import { frozenMock, loggedIn } from './ask.ts';
import { exampleFields } from './example-fields.ts';

const declared = Object.values(calls) as AnyCall[];

/** Calls that answer what is in the account, of all kinds. */
const lists = declared.filter(
  (call) => call.effect === 'read' && 'list' in call.result && call.session === 'required',
);

/** Saves that work as they are in their docs. */
const saves = declared.filter((call) => call.effect === 'write' && call.table !== undefined);

async function textOf(mock: Mock, code: string, options?: ExportOptions): Promise<string> {
  let text = '';
  for await (const piece of mock.account(code).exportData(options)) text += piece;
  return text;
}

const entriesOf = async (mock: Mock, code: string, options?: ExportOptions) =>
  (await textOf(mock, code, options))
    .trimEnd()
    .split('\n')
    .map((line) => line && JSON.parse(line));

/** What all list calls of an account answer. */
async function answersOf(mock: Mock, code: string) {
  const { call } = await loggedIn(mock, code);
  const answers: Record<string, unknown> = {};
  for (const list of lists) {
    const { records, status } = await call(list.name, { ...exampleFields(list), recordsOnPage: 100 });
    answers[list.name] = { records, code: status.errorCode, total: status.recordsTotal };
  }
  for (const warehouseID of [1, 2]) {
    const wanted = { warehouseID, getReorderPoints: 1, getRestockLevels: 1, getFirstPurchaseDate: 1 };
    answers[`stock ${warehouseID}`] = (await call('getProductStock', wanted)).records;
    answers[`moved ${warehouseID}`] = (
      await call('getProductStock', { warehouseID, changedSince: 1_780_000_000 })
    ).records;
  }
  answers.log = (await call('getUserOperationsLog', { tableName: 'products' })).records;
  // Links to documents name their account.
  return JSON.parse(JSON.stringify(answers).replaceAll(/\/documents\/\w+?_\d+_\w+?_/g, '/documents/'));
}

async function changeAtRandom(mock: Mock, random: Random): Promise<void> {
  const account = mock.account('a');
  const { call } = await loggedIn(mock, 'a');
  const productID = () => random.whole(1, 45);
  const someTable = () => random.pick(Object.values(tables).filter(({ name }) => name !== 'confParameters'));
  const ifThere = (action: () => unknown) => {
    try {
      action();
    } catch {
      // What is gone already is not deleted again.
    }
  };
  const steps: (() => unknown)[] = [
    () => account.clock.advance(random.whole(1, 5000)),
    () => call('saveProduct', { groupID: 1, name: `New ${productID()}`, netPrice: random.whole(0, 999) / 7 }),
    () =>
      call('saveProduct', {
        productID: productID(),
        name: 'Edited ✓',
        code2: '',
        active: random.whole(0, 1),
      }),
    () => call('saveProduct', { productID: productID(), reorderPoint1: random.whole(0, 9) }),
    () => {
      const save = random.pick(saves);
      return call(save.name, exampleFields(save));
    },
    () => {
      const { name } = someTable();
      ifThere(() =>
        account.data(name).remove(
          random.pick(
            account
              .data(name)
              .list()
              .map((_, index) => index + 1),
          ),
        ),
      );
    },
    () => ifThere(() => account.data('products').remove(productID())),
    () =>
      ifThere(() => account.data('products').insert({ productID: productID(), name: 'Again', groupID: 2 })),
    () =>
      ifThere(() =>
        account.stockMovements.insert({
          productID: 1,
          warehouseID: 1,
          amount: random.whole(-9, 9),
          cost: 2.5,
        }),
      ),
    () =>
      call('saveInventoryRegistration', {
        warehouseID: random.whole(1, 2),
        ...{ productID1: productID(), amount1: random.whole(1, 9), price1: 3 },
      }),
    () => call('saveInventoryTransfer', { warehouseFromID: 1, warehouseToID: 2, productID1: 3, amount1: 1 }),
    () => ifThere(() => account.data('users').insert({ userName: `user${random.whole(1, 5)}` })),
  ];
  for (let step = random.whole(0, 25); step > 0; step -= 1) await random.pick(steps)();
}

describe('an export', () => {
  it('of what an account has changed makes another one answer all lists alike, in every format', async () => {
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const mock = frozenMock({ products: 40, documents: 60, quota: 1e9 });
      await changeAtRandom(mock, random);
      const format = random.pick(['ndjson', 'json', 'yaml'] as const);
      const text = await textOf(mock, 'a', { format, changed: true });
      const { now } = mock.account('a').clock.read();
      mock.account('b').clock.set({ now });
      await mock.account('b').importData(text, { format, references: 'unchecked' });
      expect(await answersOf(mock, 'b')).toEqual(await answersOf(mock, 'a'));
      expect(await entriesOf(mock, 'b', { changed: true })).toEqual(
        await entriesOf(mock, 'a', { changed: true }),
      );
    });
    await fc.assert(property, propertyRun(8, 1));
  });

  it('of what every save and update has made is the same once it has been read, in rows too', async () => {
    const mock = frozenMock({ products: 40, documents: 60, quota: 1e9 });
    const { call } = await loggedIn(mock, 'a');
    const changes = [...saves, calls.updatePurchaseDocumentRows as AnyCall];
    for (const save of changes) await call(save.name, exampleFields(save));
    await mock.account('b').importData(await textOf(mock, 'a', { changed: true }), {
      references: 'unchecked',
    });
    const [there, here] = [
      await entriesOf(mock, 'b', { changed: true }),
      await entriesOf(mock, 'a', { changed: true }),
    ];
    for (const table of ['purchaseDocuments', 'salesDocuments', 'inventoryTransfers'])
      expect(here.filter((entry) => entry.table === table && entry.record).length).toBeGreaterThan(0);
    expect(there).toEqual(here);
  });

  it('says when stock last moved, also by a document that has been edited or deleted since', async () => {
    const mock = frozenMock({ products: 40, documents: 60, quota: 1e9 });
    const account = mock.account('a');
    const { call } = await loggedIn(mock, 'a');
    const documents = account.data('inventoryRegistrations');
    const later = (action: () => unknown) => {
      account.clock.advance(100);
      return action();
    };
    const rowsOf = (productID: number, amount: number) => ({ rows: [{ productID, amount, price: 3 }] });
    const [gone, moved, same, rival] = [3, 4, 6, 5].map((productID) =>
      Number(later(() => documents.insert({ warehouseID: 1, ...rowsOf(productID, 1) }))),
    );
    later(() => documents.update(moved ?? 0, rowsOf(5, 2)));
    later(() => documents.insert({ warehouseID: 1, ...rowsOf(8, 1) }));
    later(() => documents.update(same ?? 0, { cause: 'Nothing moves' }));
    later(() => documents.remove(gone ?? 0));
    later(() => documents.remove(rival ?? 0));
    const { now } = account.clock.read();
    mock.account('b').clock.set({ now });
    await mock.account('b').importData(await textOf(mock, 'a', { changed: true }));
    const { call: other } = await loggedIn(mock, 'b');
    const since = now - 950;
    for (let changedSince = since; changedSince <= now; changedSince += 100) {
      const wanted = { warehouseID: 1, changedSince };
      const [here, there] = [await call('getProductStock', wanted), await other('getProductStock', wanted)];
      expect(there.records).toEqual(here.records);
    }
    const { records } = await other('getProductStock', { warehouseID: 1, changedSince: since });
    expect(records?.map((stock: any) => stock.productID)).toEqual([3, 4, 5, 6, 8]);
  });

  it('of a whole shop makes the same shop of an empty one, but for what is reserved', async () => {
    const demo = frozenMock({ products: 60, documents: 120, quota: 1e9 });
    const empty = frozenMock({ dataset: 'empty', quota: 1e9 });
    await empty.account('b').importData(await textOf(demo, 'a'));
    const withoutReserved = (text: string) =>
      JSON.parse(text, (name, value) => (name === 'amountReserved' ? 0 : value));
    const answers = async (mock: Mock, code: string) => {
      const { getReservedStock: _, ...others } = await answersOf(mock, code);
      return withoutReserved(JSON.stringify(others));
    };
    expect(await answers(empty, 'b')).toEqual(await answers(demo, 'a'));
    const chosen = ['products', 'stockMovements'];
    expect(await entriesOf(empty, 'b', { tables: ['products'] })).toEqual(
      await entriesOf(demo, 'a', { tables: ['products'] }),
    );
    const entries = await entriesOf(empty, 'b', { tables: chosen });
    expect(new Set(entries.map(({ table }) => table))).toEqual(new Set(chosen));
  });

  it('brings no group and no employee back that was deleted while a user still names it', async () => {
    const mock = frozenMock({ documents: 40 });
    const account = mock.account('a');
    account.data('users').insert({ userName: 'clerk', employeeID: 2, groupID: 2 });
    account.data('userGroups').remove(2);
    account.data('employees').remove(2);
    await mock
      .account('b')
      .importData(await textOf(mock, 'a', { changed: true }), { references: 'unchecked' });
    for (const table of ['userGroups', 'employees'])
      expect(mock.account('b').data(table).list()).toEqual(account.data(table).list());
  });

  it('of a shop of awkward texts and numbers is read again as it is, in every format', async () => {
    const nasty = frozenMock({ dataset: 'nasty', quota: 1e9 });
    for (const format of ['ndjson', 'json', 'yaml'] as const) {
      const text = await textOf(nasty, 'a', { format, tables: Object.keys(tables) });
      const copy = frozenMock({ dataset: 'empty', quota: 1e9 });
      await copy.account('b').importData(text, { format, references: 'unchecked' });
      for (const table of ['products', 'suppliers', 'inventoryRegistrations', 'matrixDimensions'])
        expect(await entriesOf(copy, 'b', { tables: [table] })).toEqual(
          await entriesOf(nasty, 'a', { tables: [table] }),
        );
    }
  });
});

/** Each table is looked at in an account of its own. */
const shop = frozenMock({ documents: 40 });
const json = { 'content-type': 'application/json', host: 'localhost' };

describe.each(Object.values(tables))('$name, by its definition alone', ({ name, key }) => {
  it('has data routes, bulk import and export', async () => {
    const ask = async (method: string, path: string, body?: string, type = json['content-type']) => {
      const init = {
        method,
        headers: { ...json, 'content-type': type },
        ...(body === undefined ? {} : { body }),
      };
      const response = await shop.app.request(`/_mock/accounts/${name}${path}`, init);
      return { status: response.status, text: await response.text() };
    };
    const created = await ask('POST', `/data/${name}`, JSON.stringify({ [key]: 5000 }));
    expect(created).toEqual({ status: 201, text: '{"id":5000}' });
    const lines = [5001, 5002].map((id) => JSON.stringify({ table: name, record: { [key]: id } }));
    const imported = await ask('POST', '/data', lines.join('\n'), 'application/x-ndjson');
    expect(JSON.parse(imported.text)).toEqual({ [name]: { added: 2, changed: 0, deleted: 0 } });
    expect((await ask('GET', `/data/${name}/5002`)).status).toBe(200);
    expect((await ask('DELETE', `/data/${name}/5001`)).status).toBe(204);
    const exported = await ask('GET', `/export?changed=1&tables=${name}`);
    const entries = exported.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const records = entries.flatMap(({ record }) => (record === undefined ? [] : [record[key]]));
    expect(records).toEqual([5000, 5002]);
    expect(entries.filter(({ deleted }) => deleted)).toMatchObject([{ table: name, id: 5001 }]);
    const whole = await ask('GET', `/export?tables=${name}&format=json`);
    expect(Object.keys(JSON.parse(whole.text))).toContain(name);
  });
});

describe('GET export', () => {
  it.each<[string, number, string]>([
    ['format=csv', 400, 'format needs one of ndjson, json, yaml'],
    ['changed=yes', 400, 'changed needs 0 or 1'],
    ['tables=product', 404, 'no table "product"; did you mean products?'],
    ['table=products', 400, 'an export has no "table"; did you mean tables?'],
  ])('refuses %s', async (query, status, error) => {
    const response = await frozenMock().app.request(`/_mock/accounts/a/export?${query}`, { headers: json });
    expect([response.status, await response.json()]).toEqual([status, { error }]);
  });

  it('is of one moment, whatever is changed while it is read', async () => {
    const mock = frozenMock({ products: 5000 });
    const account = mock.account('a');
    const before = await textOf(mock, 'a', { tables: ['products'] });
    let during = '';
    for await (const piece of account.exportData({ tables: ['products'] })) {
      during += piece;
      account.data('products').update(4999, { name: `Later ${during.length}` });
      account.data('products').insert({ name: 'Later' });
    }
    expect(during).toBe(before);
  });

  it('says nothing of passwords and PINs', async () => {
    const mock = frozenMock({ documents: 40 });
    mock
      .account('a')
      .data('users')
      .insert({ userName: 'x', password: 'CANARY-SECRET-7f3a', cardCode: '4711' });
    const text = await textOf(mock, 'a', { tables: ['users'] });
    expect(text).not.toMatch(/CANARY|4711|demouser/);
    expect(text.trimEnd().split('\n')).toHaveLength(2);
  });
});
