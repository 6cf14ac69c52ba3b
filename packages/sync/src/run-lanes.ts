import { askChangedTables } from './changed-tables.ts';
import type { Clock } from './clock.ts';
import { createClockComparison } from './clock-comparison.ts';
import { type DeletionLimit, defaultDeletionLimit } from './deletion-limit.ts';
import type { Lane, SyncClient } from './lane.ts';
import { lanesOfPoll } from './lanes-of-poll.ts';
import { omitUndefined } from './omit-undefined.ts';
import type { ProgressEvent } from './progress.ts';
import type { LaneReport, RunReport } from './report.ts';
import { runLane } from './run-lane.ts';
import type { RunSettings } from './run-settings.ts';
import type { Sink } from './sink.ts';
import { standingsOf } from './standings.ts';
import { questionsOf } from './table-questions.ts';
import { usageSince } from './usage-since.ts';
import { defaultMarginSeconds } from './watermark.ts';

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
  /** Ends the run behind the transaction that is under way; the next run goes on there. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
}

/**
 * Brings a sink up to date with the account, lane by lane.
 *
 * A lane that is held back for safety is reported as refused and the others go on. Errors of the client and of the
 * sink end the run; what was written stays, and the next run goes on there.
 */
export async function runLanes<TRow>(options: RunOptions<TRow>): Promise<RunReport> {
  const { client, clock, onProgress = () => {} } = options;
  const base = settingsOf(options);
  const usage = usageSince(client);
  const startedAt = clock.now();
  const reports: LaneReport[] = [];
  const standings = await standingsOf(options);
  const moment = { full: base.full, now: startedAt };
  const chosen = options.poll ? lanesOfPoll(standings, moment) : standings;
  const settings = { ...base, changed: await askChangedTables(base, questionsOf(chosen, moment)) };
  for (const { lane } of chosen) {
    const report = await runLane(lane, settings, onProgress);
    reports.push(report);
    if (report.refusal) settings.refusals.set(lane.name, report.refusal.kind);
    if (report.outcome === 'stopped') break;
  }
  return {
    outcome: worstOf(reports),
    lanes: reports,
    ...usage(),
    seconds: Math.max(0, clock.now() - startedAt) / 1000,
  };
}

function settingsOf<TRow>(options: RunOptions<TRow>): RunSettings<TRow> {
  const { client, sink, clock, signal } = options;
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
    ...omitUndefined({ signal }),
  };
}

function worstOf(reports: readonly LaneReport[]): LaneReport['outcome'] {
  const outcomes = reports.map(({ outcome }) => outcome);
  return (['stopped', 'refused'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'completed';
}
