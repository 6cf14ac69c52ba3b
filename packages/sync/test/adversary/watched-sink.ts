import type { Entry, Sink } from '../../src/sink.ts';
import type { MemorySink, StoredRecord } from '../../src/testing/index.ts';
import type { ShopHistory } from './shop-history.ts';

/** A sink that looks after each commit whether what was removed, or set to 0, had really gone. */
export interface WatchedSink extends Sink<Entry> {
  /** Says that a run begins: what it reads, it reads from now on. */
  begin(): void;
}

/**
 * What the log says of these seconds before a run may be of before or after its answers: the margin of the watermark, and
 * what clocks are off. A record that came back within them may go for a moment, until the same pass has read it again.
 */
const toleranceSeconds = 75;

/** @throws Error from `commit` when something is removed that was in the shop ever since it was read. */
export function watchedSink(sink: MemorySink, history: ShopHistory): WatchedSink {
  let begunAt = history.nowSeconds();
  /** When the run began that began the pass which is under way, by lane. */
  const passSince = new Map<string, number>();
  /** When the pass began that has written a key. */
  const writtenSince = new Map<string, number>();
  const aliveOf = (lane: string) => new Set(sink.read(lane).filter(isAlive).map(nameOf(lane)));
  return {
    ...sink,
    begin() {
      begunAt = history.nowSeconds();
    },
    async commit(batch) {
      const before = aliveOf(batch.lane);
      const goesOn = ((await sink.state(batch.lane))?.checkpoint.phase ?? 'idle') !== 'idle';
      if (!goesOn) passSince.set(batch.lane, begunAt);
      await sink.commit(batch);
      const after = aliveOf(batch.lane);
      const written = batch.rows.map(nameOf(batch.lane));
      for (const what of before) {
        if (after.has(what) || history.wasGoneSince(what, (writtenSince.get(what) ?? 0) - toleranceSeconds))
          continue;
        throw new Error(`${what} was removed, but has not been gone since it was read`);
      }
      // What is staged may be seen later; it was read in this run all the same.
      for (const what of written) writtenSince.set(what, passSince.get(batch.lane) ?? begunAt);
    },
  };
}

const nameOf =
  (lane: string) =>
  ({ id, warehouseID }: Pick<StoredRecord, 'id' | 'warehouseID'>) =>
    warehouseID === undefined ? `${lane} ${id}` : `${lane} ${id}/${warehouseID}`;

function isAlive({ warehouseID, record, deletedAt }: StoredRecord): boolean {
  if (warehouseID === undefined) return deletedAt === undefined;
  const { amountInStock } = record as { readonly amountInStock: number };
  return amountInStock !== 0;
}
