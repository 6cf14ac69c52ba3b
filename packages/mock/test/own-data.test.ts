import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type AnyCall, calls, tables } from '@erply-kit/schemas';
import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import type { ExportOptions } from '../src/control/export-control.ts';
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
  return answers;
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
      account.stockMovements.insert({ productID: 1, warehouseID: 1, amount: random.whole(-9, 9), cost: 2.5 }),
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
      const mock = frozenMock({ products: 40, quota: 1e9 });
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
    await fc.assert(property, propertyRun(8));
  });
});
