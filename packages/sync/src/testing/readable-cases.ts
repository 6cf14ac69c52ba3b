import { deepEqual } from 'node:assert/strict';

import type { ReadableSink, RowKey } from '../readable-sink.ts';
import type { Entry } from '../sink.ts';
import { amount, amountEntry, createHarness, type Harness, product, productEntry } from './harness.ts';
import type { SinkUnderTest } from './sink-under-test.ts';

/** A sink under test that can be looked into. */
export interface ReadableSinkUnderTest<TRow extends RowKey = RowKey> extends SinkUnderTest<TRow> {
  readonly sink: ReadableSink<TRow>;
}

interface ReadableHarness extends Pick<Harness, 'commit'> {
  /** What is under these keys, compared with an entry each: the fields that differ, and whether the row is removed. */
  look(lane: string, entries: readonly Entry[]): Promise<Readonly<Record<string, unknown>>>;
  list(lane: string, after: RowKey | undefined, limit: number): Promise<RowKey[]>;
}

export function createReadableHarness<TRow extends RowKey>(
  target: ReadableSinkUnderTest<TRow>,
): ReadableHarness {
  const { sink } = target;
  return {
    commit: createHarness(target).commit,
    async look(lane, entries) {
      const rows = entries.flatMap((entry) => sink.toRow(lane, entry) ?? []);
      const held = await sink.readRows(lane, entries);
      return Object.fromEntries(
        held.map(({ row, removed, ...key }) => {
          const other = rows.find(({ id, warehouseID }) => id === key.id && warehouseID === key.warehouseID);
          const fields = other && sink.differingFields(lane, row, other).sort();
          return [nameOf(key), removed ? ['removed', ...(fields ?? [])] : fields];
        }),
      );
    },
    list: (lane, after, limit) => sink.listKeys(lane, after ? { after, limit } : { limit }),
  };
}

const nameOf = ({ id, warehouseID }: RowKey) =>
  warehouseID === undefined ? `${id}` : `${id}/${warehouseID}`;

type ReadableCases = Readonly<Record<string, (harness: ReadableHarness) => Promise<void>>>;

const deletedAt = 1_700_000_100;

export const readableCases: ReadableCases = {
  'a row that is read again does not differ from the record that it came from': async (harness) => {
    const name = '🛒 "quoted"; it\'s, \\ Ünïcode\n\u0001 \u2028 Ж';
    const record = { ...product(1, name), none: null, nested: { list: [1.5, '', false] }, price: 0.1 + 0.2 };
    await harness.commit('products', { entries: [{ id: 1, record }] });
    deepEqual(await harness.look('products', [{ id: 1, record }]), { 1: [] });
  },

  'the order of the fields in a record is not a difference': async (harness) => {
    const record = { ...product(1), nested: { a: 1, b: 2 } };
    const turned = { nested: { b: 2, a: 1 }, ...Object.fromEntries(Object.entries(record).toReversed()) };
    await harness.commit('products', { entries: [{ id: 1, record }] });
    deepEqual(await harness.look('products', [{ id: 1, record: turned }]), { 1: [] });
  },

  'fields that differ are named once, those without a column too, and keys without a row are left out':
    async (harness) => {
      await harness.commit('products', { entries: [productEntry(1), productEntry(2)] });
      const other = { ...product(1, 'Other name'), longdesc: 'A text that has no column', extra: 1 };
      deepEqual(
        await harness.look('products', [{ id: 1, record: other }, productEntry(2), productEntry(3)]),
        {
          1: ['extra', 'longdesc', 'name'],
          2: [],
        },
      );
    },

  'a removed row says so': async (harness) => {
    await harness.commit('products', { entries: [productEntry(1), productEntry(2)] });
    await harness.commit('products', { deletions: [{ id: 1, deletedAt }] });
    deepEqual(await harness.look('products', [productEntry(1), productEntry(2)]), { 1: ['removed'], 2: [] });
  },

  'keys are those of rows that are there, in order, chunk by chunk': async (harness) => {
    await harness.commit('products', { entries: [3, 1, 10, 2, 4].map((id) => productEntry(id)) });
    await harness.commit('products', { deletions: [{ id: 2, deletedAt }] });
    deepEqual(await harness.list('products', undefined, 2), [{ id: 1 }, { id: 3 }]);
    deepEqual(await harness.list('products', { id: 3 }, 2), [{ id: 4 }, { id: 10 }]);
    deepEqual(await harness.list('products', { id: 10 }, 2), []);
  },

  'amounts differ each by its own key, and those that are 0 are not there': async (harness) => {
    const entries = [
      amountEntry(1, 2, 7),
      amountEntry(1, 1, 5),
      amountEntry(2, 1, 0),
      amountEntry(3, 1, 2.5),
    ];
    await harness.commit('stock', { entries });
    const reserved = { ...amount(1, 1, 5), amountReserved: 2 };
    const looked = [
      amountEntry(1, 2, 8),
      { ...amountEntry(1, 1, 5), record: reserved },
      amountEntry(3, 1, 2.5),
    ];
    deepEqual(await harness.look('stock', looked), {
      '1/2': ['amountInStock'],
      '1/1': ['amountReserved'],
      '3/1': [],
    });
    deepEqual(await harness.list('stock', undefined, 2), [
      { id: 1, warehouseID: 1 },
      { id: 1, warehouseID: 2 },
    ]);
    deepEqual(await harness.list('stock', { id: 1, warehouseID: 1 }, 5), [
      { id: 1, warehouseID: 2 },
      { id: 3, warehouseID: 1 },
    ]);
  },

  'amounts that are staged are not looked at': async (harness) => {
    await harness.commit('stock', { entries: [amountEntry(1, 1, 5)] });
    const stage = { warehouseID: 1, fresh: true };
    await harness.commit('stock', {
      generation: 2,
      stage,
      entries: [amountEntry(1, 1, 6), amountEntry(2, 1, 1)],
    });
    deepEqual(await harness.look('stock', [amountEntry(1, 1, 5), amountEntry(2, 1, 1)]), { '1/1': [] });
    deepEqual(await harness.list('stock', undefined, 5), [{ id: 1, warehouseID: 1 }]);
  },

  'a page of 1,000 rows is read in one question': async (harness) => {
    const entries = Array.from({ length: 1000 }, (_, index) => productEntry(index + 1));
    await harness.commit('products', { entries });
    deepEqual(Object.keys(await harness.look('products', entries)).length, 1000);
    deepEqual((await harness.list('products', undefined, 1000)).length, 1000);
  },
};
