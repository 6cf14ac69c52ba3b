import type { Checkpoint } from './checkpoint.ts';
import type { Counters } from './counters.ts';

/** One record under its key. */
export interface Entry {
  readonly id: number;
  /** Stock: the warehouse. With it, the key is both. */
  readonly warehouseID?: number;
  readonly record: unknown;
}

/** A record that is gone, with the server's time of it in seconds. */
export interface Deletion {
  readonly id: number;
  readonly deletedAt: number;
}

/** A record that the sink cannot hold: where it failed and why, never what it says. */
export interface DeadLetter {
  /** Absent where the record has no readable ID. */
  readonly id?: number;
  readonly warehouseID?: number;
  /** The field that failed. */
  readonly path: string;
  readonly message: string;
}

/**
 * What one commit writes, all or nothing:
 *
 * - `rows` replace what is there under their keys; a removed record that comes again is alive again;
 * - `deletions` remove records; unknown and removed ones are not an error. In the stock lane they are products, and their
 *   amounts become 0 in every warehouse;
 * - `deadLetters` go aside. Their keys count as seen, and the rows there stay as they are. A row or a deletion that
 *   comes later under the key takes the dead letter away.
 */
export interface Batch<TRow = unknown> {
  readonly lane: string;
  /** The full read that these rows belong to. */
  readonly generation: number;
  readonly rows: readonly TRow[];
  readonly deletions: readonly Deletion[];
  readonly deadLetters: readonly DeadLetter[];
  /**
   * Rows of a full read of stock stay out of sight until their generation is closed. `fresh` begins a warehouse:
   * what a cut-off read of it left behind is dropped first, and what is left of other generations.
   */
  readonly stage?: { readonly warehouseID: number; readonly fresh: boolean };
  /**
   * Ends a full read: its staged rows become visible, and what it has not seen is removed; in the stock lane, those
   * amounts become 0.
   */
  readonly close?: { readonly deletedAt: number };
  readonly checkpoint: Checkpoint;
  readonly counters: Counters;
}

/** What a full read has found so far, beside what the sink holds. */
export interface Survey {
  /** Records that are not removed; in the stock lane, products with an amount that is not 0. */
  readonly alive: number;
  /** Those of them that the generation has not seen; in the stock lane, that have an amount which it has not seen. */
  readonly unseen: number;
  /** Keys that the generation has seen, removed ones included. */
  readonly seen: number;
  /** Stock: warehouses with amounts of which the generation has seen no row at all. */
  readonly emptied: readonly number[];
}

export interface LaneState {
  readonly checkpoint: Checkpoint;
  readonly counters: Counters;
}

/** The one port for writing: where records of one account go. */
export interface Sink<TRow = unknown> {
  /** A commit is one transaction. Without it, rows are written before the checkpoint and keys make repeats harmless. */
  readonly atomic: boolean;
  /**
   * Translates a record into what `commit` takes; `undefined` for one that the sink is not to hold at all. Pure.
   * @throws MappingError when the sink cannot hold the record: it then goes aside as a dead letter.
   */
  toRow(lane: string, entry: Entry): TRow | undefined;
  /** Checkpoint and counters of the lane's last commit; nothing of a lane that was never written. */
  state(lane: string): Promise<LaneState | undefined>;
  /** `warehouses`: in the stock lane, counts what is in these and leaves the others out. */
  survey(lane: string, generation: number, warehouses?: readonly number[]): Promise<Survey>;
  /** How many of these records are known and not removed. */
  countAlive(lane: string, ids: readonly number[]): Promise<number>;
  /** How many of these records the generation has seen, removed ones included. */
  countSeen(lane: string, ids: readonly number[], generation: number): Promise<number>;
  commit(batch: Batch<TRow>): Promise<void>;
}
