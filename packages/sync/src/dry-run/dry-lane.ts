import type { Checkpoint } from '../checkpoint.ts';
import { allKeys, keysOfID } from '../compare/all-keys.ts';
import { type ComparedRow, compareRows, keyOf } from '../compare/compare-rows.ts';
import { IdSet } from '../compare/id-set.ts';
import { RowDifferences } from '../compare/row-differences.ts';
import type { ReadableSink, RowKey } from '../readable-sink.ts';
import type { Batch, LaneState, Survey } from '../sink.ts';
import { SeenKeys } from './seen-keys.ts';

interface DryLaneInput<TRow extends RowKey> {
  readonly base: ReadableSink<TRow>;
  readonly lane: string;
  readonly onCompared: (compared: ComparedRow<TRow>) => void;
}

/** What a dry run knows of one lane: what commits would change. A bit or so for each key, and no rows. */
export class DryLane<TRow extends RowKey> {
  readonly changes = new RowDifferences();
  readonly #base: ReadableSink<TRow>;
  readonly #lane: string;
  readonly #onCompared: DryLaneInput<TRow>['onCompared'];
  readonly #seen = new SeenKeys();
  /** Records that are not there, and that a run would write. */
  readonly #born = new IdSet();
  /** Records that a run would remove; in the stock lane, products whose amounts it would set to 0. */
  readonly #gone = new IdSet();
  /** What a full read of stock has found: it counts when its generation is closed. */
  #staged = new RowDifferences();
  #reached: LaneState | undefined;

  constructor({ base, lane, onCompared }: DryLaneInput<TRow>) {
    this.#base = base;
    this.#lane = lane;
    this.#onCompared = onCompared;
  }

  async state(): Promise<LaneState | undefined> {
    if (this.#reached) return this.#reached;
    const held = await this.#base.state(this.#lane);
    return held && { ...held, checkpoint: fromItsBeginning(held.checkpoint) };
  }

  async survey(generation: number, warehouses?: readonly number[]): Promise<Survey> {
    const [alive, unseen] = [new IdSet(), new IdSet()];
    const emptied = new Set<number>();
    for await (const key of this.#aliveKeys()) {
      const { id, warehouseID } = key;
      if (warehouseID !== undefined) {
        if (!this.#seen.hasWarehouse(warehouseID, generation)) emptied.add(warehouseID);
        if (warehouses && !warehouses.includes(warehouseID)) continue;
      }
      alive.add(id);
      if (!this.#seen.has(key, generation)) unseen.add(id);
    }
    return {
      ...{ alive: alive.size, unseen: unseen.size, seen: this.#seen.count(generation) },
      emptied: [...emptied].sort((one, other) => one - other),
    };
  }

  async countAlive(ids: readonly number[]): Promise<number> {
    const brought = ids.filter((id) => this.#born.has(id)).length;
    const others = ids.filter((id) => !this.#gone.has(id) && !this.#born.has(id));
    return brought + (await this.#base.countAlive(this.#lane, others));
  }

  countSeen(ids: readonly number[], generation: number): number {
    return ids.filter((id) => this.#seen.has({ id }, generation)).length;
  }

  async commit(batch: Batch<TRow>): Promise<void> {
    const { generation, rows, deadLetters, deletions, stage } = batch;
    if (stage?.fresh) this.#beginWarehouse(generation);
    for (const { id, warehouseID } of [...rows, ...deadLetters])
      if (id !== undefined)
        this.#seen.add(warehouseID === undefined ? { id } : { id, warehouseID }, generation);
    for (const compared of await compareRows(this.#base, this.#lane, rows)) {
      this.#onCompared(compared);
      if (!stage) this.#write(compared);
      else if (compared.difference) this.#staged.set(compared.difference);
    }
    for (const { id } of deletions) await this.#remove(id);
    if (batch.close) await this.#close(generation);
    this.#reached = { checkpoint: batch.checkpoint, counters: batch.counters };
  }

  /** What an earlier generation has left is of no use. */
  #beginWarehouse(generation: number): void {
    if (this.#seen.count(generation) === 0) this.#staged = new RowDifferences();
  }

  #write({ row, difference }: ComparedRow<TRow>): void {
    const key = keyOf(row);
    if (difference) this.changes.set(difference);
    else this.changes.delete(key);
    if (key.warehouseID !== undefined) return;
    this.#gone.delete(key.id);
    if (difference && difference.kind !== 'changed') this.#born.add(key.id);
  }

  async #remove(id: number): Promise<void> {
    if (this.#gone.has(id)) return;
    // What this run has brought, or changed, is as if it had never come.
    for (const key of await keysOfID(this.#base, this.#lane, id))
      this.changes.set({ ...key, kind: 'extra', fields: [] });
    if (this.#born.has(id)) this.changes.delete({ id });
    this.#born.delete(id);
    this.#gone.add(id);
  }

  async #close(generation: number): Promise<void> {
    for (const difference of [...this.changes])
      if (this.#seen.has(difference, generation) && difference.warehouseID !== undefined)
        this.changes.delete(difference);
    for (const difference of this.#staged) this.changes.set(difference);
    this.#staged = new RowDifferences();
    for await (const key of this.#aliveKeys()) {
      if (this.#seen.has(key, generation)) continue;
      if (key.warehouseID === undefined) await this.#remove(key.id);
      else this.changes.set({ ...key, kind: 'extra', fields: [] });
    }
  }

  async *#aliveKeys(): AsyncGenerator<RowKey> {
    for await (const keys of allKeys(this.#base, this.#lane))
      for (const key of keys) if (!this.#gone.has(key.id) && !this.#born.has(key.id)) yield key;
    for (const id of this.#born) yield { id };
  }
}

/** A pass that was cut off is begun again: what it had read is not in memory. */
function fromItsBeginning(at: Checkpoint): Checkpoint {
  return at.phase === 'idle' ? at : { ...at.before, generation: at.generation };
}
