import type { DeadLetter, Sink } from '../sink.ts';
import type { StoredRecord } from './memory-lane.ts';

/** A fresh, empty sink, with what the battery needs to look into it. */
export interface SinkUnderTest<TRow = unknown> extends AsyncDisposable {
  readonly sink: Sink<TRow>;
  /** What a reader of the lane sees, removed records included, in any order. */
  read(lane: string): Promise<StoredRecord[]>;
  deadLetters(lane: string): Promise<DeadLetter[]>;
  /** Another sink on the same content, as after a crash. */
  reopen(): Promise<Sink<TRow>>;
  /** A row of the lane "products" that `commit` fails on. */
  readonly unwritable: TRow;
}
