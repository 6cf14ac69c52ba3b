import type { DeletionLimit } from './deletion-limit.ts';
import type { SyncClient } from './lane.ts';
import type { Sink } from './sink.ts';

/** Time as an argument: milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** What every lane of a run is given. */
export interface RunSettings<TRow> {
  readonly client: SyncClient;
  readonly sink: Sink<TRow>;
  readonly clock: Clock;
  readonly full: boolean;
  readonly confirmDeletions: boolean;
  readonly deletionLimit: DeletionLimit;
  readonly marginSeconds: number;
  readonly stockChunkRows: number;
  readonly signal?: AbortSignal;
}
