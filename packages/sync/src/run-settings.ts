import type { Clock } from './clock/clock.ts';
import type { ClockComparison } from './clock/clock-comparison.ts';
import type { DeletionLimit } from './deletion-limit.ts';
import type { SyncClient } from './lane.ts';
import type { ChangedTables } from './poll/changed-tables.ts';
import type { Sink } from './sink.ts';
import type { SyncErrorKind } from './sync-error.ts';

/** What every lane of a run gets. */
export interface RunSettings<TRow> {
  readonly client: SyncClient;
  readonly sink: Sink<TRow>;
  readonly clock: Clock;
  readonly full: boolean;
  /** First reads are limited to what was added or changed since: seconds of the server's clock. */
  readonly since?: number;
  readonly confirmDeletions: boolean;
  readonly deletionLimit: DeletionLimit;
  readonly clocks: ClockComparison;
  readonly stockChunkRows: number;
  /** What is known of tables, from when the run began. */
  readonly changed: ChangedTables;
  /** Lanes that this run has refused, and why: lanes behind them go by it. */
  readonly refusals: Map<string, SyncErrorKind>;
  readonly signal?: AbortSignal;
}
