import { limits } from '@erply-kit/schemas';

import { assertLimitable } from './assert-limitable.ts';
import type { Clock } from './clock/clock.ts';
import { createClockComparison } from './clock/clock-comparison.ts';
import { defaultMarginSeconds } from './clock/watermark.ts';
import { type DeletionLimit, defaultDeletionLimit } from './deletion-limit.ts';
import type { Lane, SyncClient } from './lane.ts';
import { omitUndefined } from './omit-undefined.ts';
import type { RunPlan } from './plan/run-plan.ts';
import { standingsOf } from './poll/standings.ts';
import type { ProgressEvent } from './progress.ts';
import type { LaneReport, RunReport } from './report.ts';
import type { RunSettings } from './run-settings.ts';
import { runSchedule, type Sleep } from './schedule/schedule.ts';
import type { Sink } from './sink.ts';
import { usageSince } from './usage-since.ts';

export interface RunOptions<TRow = unknown> {
  readonly client: SyncClient;
  readonly sink: Sink<TRow>;
  readonly clock: Clock;
  /** @default `defaultLanes`: those without personal data */
  readonly lanes?: readonly Lane[];
  /**
   * Reads everything again, also where reading what changed would do.
   * @default false
   */
  readonly full?: boolean;
  /**
   * A lane that was never read is read from this second of the server's clock on only: what was not added or changed
   * since is not in the sink, nor taken for deleted. Later runs keep to it, until `full`. Only for lanes that know
   * `changedSince` and whose deletions are all in the log.
   */
  readonly since?: number;
  /**
   * One of many runs that follow each other every few minutes. Of the lanes that getChangedDataSince does not know, it
   * asks the two that have waited longest; the others are not in its report.
   * @default false
   */
  readonly poll?: boolean;
  /**
   * Removes records however many they are, and believes empty answers.
   * @default false
   */
  readonly confirmDeletions?: boolean;
  /** @default 20 % and 50 records or more */
  readonly deletionLimit?: DeletionLimit;
  /**
   * How far watermarks stay behind the server's clock, in seconds. Below 30, changes can be missed where that clock
   * is set back by less than 30 seconds.
   * @default 60
   */
  readonly marginSeconds?: number;
  /**
   * How old the last full read of stock may be.
   * @default a day
   */
  readonly fullStockEverySeconds?: number;
  /**
   * Rows of stock in one transaction.
   * @default 5000
   */
  readonly stockChunkRows?: number;
  /**
   * How often lanes that were read before are polled while another one is read at length.
   * @default 300
   */
  readonly pollEverySeconds?: number;
  /**
   * Share of the hour's units that long reads may use, above 0 and up to 1; the rest is kept for polls. A read that has
   * used it waits for the turn of the hour, while polls go on. Needs `sleep`.
   * @default 0.7
   */
  readonly backfillShare?: number;
  /**
   * Units that the account has in an hour, of which others use some.
   * @default 6000
   */
  readonly unitsPerHour?: number;
  /** What `planLanes` has said of this run: progress then tells when the whole run is over. */
  readonly plan?: Pick<RunPlan, 'costUnits'>;
  /** Sleeps; without it, no long read waits for the turn of the hour. */
  readonly sleep?: Sleep;
  /** Ends the run behind the transaction that is under way; the next run goes on there. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
}

/**
 * Brings a sink up to date with the account, lane by lane.
 *
 * A lane that is held back for safety is reported as refused and the others go on. Errors of the client and of the
 * sink end the run; what was written stays, and the next run goes on there.
 *
 * @throws RangeError for `since` with a lane that cannot be limited; nothing is read then.
 */
export async function runLanes<TRow>(options: RunOptions<TRow>): Promise<RunReport> {
  const { client, clock } = options;
  assertLimitable(options);
  const usage = usageSince(client);
  const startedAt = clock.now();
  const reports = await runSchedule({
    settings: settingsOf(options),
    standings: await standingsOf(options),
    poll: options.poll ?? false,
    pollEverySeconds: options.pollEverySeconds ?? 300,
    unitsPerHour: options.unitsPerHour ?? limits.quotaUnitsPerHour,
    backfillShare: options.backfillShare ?? 0.7,
    ...omitUndefined({ sleep: options.sleep, plannedUnits: options.plan?.costUnits }),
    onProgress: options.onProgress ?? (() => {}),
  });
  return {
    outcome: worstOf(reports),
    lanes: reports,
    ...usage(),
    seconds: Math.max(0, clock.now() - startedAt) / 1000,
  };
}

function settingsOf<TRow>(options: RunOptions<TRow>): RunSettings<TRow> {
  const { client, sink, clock, signal, since } = options;
  return {
    client,
    sink,
    clock,
    full: options.full ?? false,
    confirmDeletions: options.confirmDeletions ?? false,
    deletionLimit: options.deletionLimit ?? defaultDeletionLimit,
    clocks: createClockComparison(clock, options.marginSeconds ?? defaultMarginSeconds),
    stockChunkRows: options.stockChunkRows ?? 5000,
    refusals: new Map(),
    changed: new Map(),
    ...omitUndefined({ signal, since }),
  };
}

function worstOf(reports: readonly LaneReport[]): LaneReport['outcome'] {
  const outcomes = reports.map(({ outcome }) => outcome);
  return (
    (['stopped', 'outOfUnits', 'refused'] as const).find((outcome) => outcomes.includes(outcome)) ??
    'completed'
  );
}
