import { deepEqual } from 'node:assert/strict';

import { calls, recordOf } from '@erply-kit/schemas';

import type { Checkpoint } from '../checkpoint.ts';
import { noCounters } from '../counters.ts';
import type { Batch, Entry, LaneState, Survey } from '../sink.ts';
import type { SinkUnderTest } from './sink-under-test.ts';

/** A batch with entries in place of rows; what a case does not care about is left out. */
type Commit = Partial<Omit<Batch, 'rows' | 'lane'>> & { readonly entries?: readonly Entry[] };

/** What a case does with the sink under test, without its type of row. */
export interface Harness {
  commit(lane: string, content: Commit): Promise<void>;
  /** Commits entries together with a row that the sink cannot write. */
  commitUnwritable(content: Commit): Promise<void>;
  state(lane: string): Promise<LaneState | undefined>;
  survey(lane: string, generation: number, warehouses?: readonly number[]): Promise<Survey>;
  countAlive(lane: string, ids: readonly number[]): Promise<number>;
  countSeen(lane: string, ids: readonly number[], generation: number): Promise<number>;
  /** Compares what a reader sees, by key and in order of the keys: `null` for a removed record. */
  expectRecords(lane: string, expected: Readonly<Record<string, unknown>>): Promise<void>;
  /** When a reader sees that a record was removed. */
  deletedAt(lane: string, id: number): Promise<number | undefined>;
  expectDeadLetters(lane: string, paths: readonly string[]): Promise<void>;
  /** Goes on with another sink on the same content. */
  reopen(): Promise<void>;
}

/** What the battery checks, by its sentence. */
export type Cases = Readonly<Record<string, (harness: Harness) => Promise<void>>>;

const idle: Checkpoint = { phase: 'idle', generation: 1, watermark: 1_700_000_000 };

export function createHarness<TRow>(target: SinkUnderTest<TRow>): Harness {
  let { sink } = target;
  const batchOf = (lane: string, { entries = [], ...content }: Commit): Batch<TRow> => ({
    lane,
    generation: 1,
    rows: entries.flatMap((entry) => sink.toRow(lane, entry) ?? []),
    deletions: [],
    deadLetters: [],
    checkpoint: idle,
    counters: noCounters,
    ...content,
  });
  return {
    commit: (lane, content) => sink.commit(batchOf(lane, content)),
    commitUnwritable(content) {
      const batch = batchOf('products', content);
      return sink.commit({ ...batch, rows: [...batch.rows, target.unwritable] });
    },
    state: (lane) => sink.state(lane),
    survey: (lane, generation, warehouses) => sink.survey(lane, generation, warehouses),
    countAlive: (lane, ids) => sink.countAlive(lane, ids),
    countSeen: (lane, ids, generation) => sink.countSeen(lane, ids, generation),
    async expectRecords(lane, expected) {
      const found = (await target.read(lane)).map(({ id, warehouseID, record, deletedAt }) => [
        warehouseID === undefined ? `${id}` : `${id}/${warehouseID}`,
        deletedAt === undefined ? record : null,
      ]);
      deepEqual(Object.fromEntries(found), expected);
    },
    async deletedAt(lane, id) {
      return (await target.read(lane)).find((stored) => stored.id === id)?.deletedAt;
    },
    async expectDeadLetters(lane, paths) {
      const found = await target.deadLetters(lane);
      deepEqual(found.map(({ path }) => path).sort(), [...paths].sort());
    },
    async reopen() {
      sink = await target.reopen();
    },
  };
}

/** A product with all fields that every product has. */
export const product = (productID: number, name = `Product ${productID}`) =>
  recordOf(calls.getProducts)?.().parse({ productID, name, code: `C${productID}` });

/** A warehouse with all fields that every warehouse has. */
export const warehouse = (warehouseID: number, name: string) =>
  recordOf(calls.getWarehouses)?.().parse({ warehouseID, name });

export const productEntry = (productID: number, name?: string): Entry => ({
  id: productID,
  record: product(productID, name),
});

export const amount = (productID: number, warehouseID: number, amountInStock: number) => ({
  productID,
  warehouseID,
  amountInStock,
  amountReserved: 0,
});

export const amountEntry = (productID: number, warehouseID: number, amountInStock: number): Entry => ({
  id: productID,
  warehouseID,
  record: amount(productID, warehouseID, amountInStock),
});
