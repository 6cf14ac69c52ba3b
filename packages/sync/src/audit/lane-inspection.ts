import { allKeys } from '../compare/all-keys.ts';
import { compareRows, keyOf } from '../compare/compare-rows.ts';
import { KeySet } from '../compare/key-set.ts';
import { RowDifferences } from '../compare/row-differences.ts';
import type { ReadableSink, RowKey } from '../readable-sink.ts';
import { assertReadable, type Incoming, isID, translate } from '../translate.ts';

/** What is found of one lane while its records come. */
export class LaneInspection<TRow extends RowKey> {
  readonly differences = new RowDifferences();
  /** Keys that the account has. */
  readonly seen = new KeySet();
  looked = 0;
  unreadable = 0;
  /** Records that came without a readable ID. */
  withoutID = 0;
  readonly #sink: ReadableSink<TRow>;
  readonly #lane: string;

  constructor(sink: ReadableSink<TRow>, lane: string) {
    this.#sink = sink;
    this.#lane = lane;
  }

  /** Compares records as they came. Those that the copy cannot hold, or is not to hold, are seen and not compared. */
  async compare(incoming: readonly Incoming[]): Promise<void> {
    for (const { id, warehouseID } of incoming)
      if (isID(id)) this.seen.add(warehouseID === undefined ? { id } : { id, warehouseID });
      else this.withoutID += 1;
    const translated = translate(this.#sink, this.#lane, incoming);
    assertReadable(this.#lane, translated);
    const { rows, deadLetters } = translated;
    this.unreadable += deadLetters.length;
    this.looked += rows.length;
    for (const { row, difference } of await compareRows(this.#sink, this.#lane, rows)) {
      if (difference) this.differences.set(difference);
      else this.differences.delete(keyOf(row));
    }
  }

  /** Notes rows of the copy that the account does not have, among those that are asked for. */
  async noteExtra(isAsked: (key: RowKey) => boolean = () => true): Promise<void> {
    for await (const keys of allKeys(this.#sink, this.#lane))
      for (const key of keys) if (isAsked(key) && !this.seen.has(key)) this.#noteExtra(key);
  }

  /** Notes those of these rows of the copy that the account does not have. */
  noteExtraOf(keys: Iterable<RowKey>): void {
    for (const key of keys) if (!this.seen.has(key)) this.#noteExtra(key);
  }

  /** Lets the copy be without a row. */
  acceptMissing(key: RowKey): void {
    if (this.differences.kindOf(key) === 'missing') this.differences.delete(key);
  }

  /** Takes out what differs only since the account has changed behind the copy, and says how much that was. */
  takeLag(isLag: (key: RowKey) => boolean): number {
    const lagging = [...this.differences].filter(isLag);
    for (const key of lagging) this.differences.delete(key);
    return lagging.length;
  }

  #noteExtra(key: RowKey): void {
    this.differences.set({ ...key, kind: 'extra', fields: [] });
  }
}
