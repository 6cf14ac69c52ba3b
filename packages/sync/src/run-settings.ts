import type { ChangedTables } from './changed-tables.ts';
import type { Clock } from './clock.ts';
import type { ClockComparison } from './clock-comparison.ts';
import type { DeletionLimit } from './deletion-limit.ts';
import type { Lane, SyncClient } from './lane.ts';
import type { LaneRun } from './lane-run.ts';
import type { Sink } from './sink.ts';
import type { SyncErrorKind } from './sync-error.ts';

/** What every lane of a run gets. */
export interface RunSettings<TRow> {
  readonly client: SyncClient;
  readonly sink: Sink<TRow>;
  readonly clock: Clock;
  readonly full: boolean;
  readonly confirmDeletions: boolean;
  readonly deletionLimit: DeletionLimit;
  readonly clocks: ClockComparison;
  readonly stockChunkRows: number;
  /** What is known of tables, from when the run began. */
  readonly changed: ChangedTables;
  /** Lanes that this run has refused, and why: lanes behind them go by it. */
  readonly refusals: Map<string, SyncErrorKind>;
  readonly signal?: AbortSignal;
  /**
   * Is called between the pages of a lane that is read at length, so that others are not held up. True when the lane
   * itself may have been written: pages that are in hand already are then not to be used.
   */
  readonly betweenPages?: (lane: Lane, run: LaneRun<TRow>) => Promise<boolean>;
}
