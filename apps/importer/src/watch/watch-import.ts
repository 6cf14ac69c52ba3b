import { type ErplyClient, isErplyError } from '@erply-kit/client';
import { UsageError } from '@erply-kit/command-line';
import type { Lane, LaneReport, RunReport } from '@erply-kit/sync';

import { DatabaseError } from '../database/database-error.ts';
import type { Heartbeat } from '../monitor/heartbeat.ts';
import { count, decimal } from '../output/table.ts';
import type { Outside } from '../outside.ts';
import { readAccountStatus } from '../read-status.ts';
import { type ImportOptions, runImport } from '../run-import.ts';
import type { EventLog } from './event-log.ts';
import { type Pause, repeatRuns } from './repeat-runs.ts';
import type { WatchState } from './watch-state.ts';

export interface WatchOptions
  extends Pick<ImportOptions, 'credentials' | 'database' | 'fields'>,
    Required<Pick<ImportOptions, 'signal' | 'now' | 'onProgress'>>,
    Pick<Outside, 'sleep' | 'random'> {
  readonly client: ErplyClient;
  readonly lanes: readonly Lane[];
  readonly everyMs: number;
  readonly state: WatchState;
  readonly log: EventLog;
  readonly heartbeat: Heartbeat;
  /** A failure as one line for an operator. */
  describe(error: unknown): string;
}

/**
 * Keeps the copy fresh until the signal comes: behind the transaction that is under way. Errors do not end it, except for
 * what another run cannot change: wrong usage, and credentials that Erply refuses.
 *
 * @throws ErplyError of kind `credentials` or `usage`, UsageError.
 */
export async function watchImport(options: WatchOptions): Promise<void> {
  const { everyMs, now, sleep, random, signal } = options;
  await showLanes(options);
  await repeatRuns({
    ...{ everyMs, now, sleep, random, signal, isFinal },
    run: () => runOnce(options),
    onPause: (pause) => notePause(options, pause),
  });
}

/** Five wrong passwords lock the user for everybody, so the first one that is refused is the last. */
function isFinal(error: unknown): boolean {
  if (error instanceof UsageError) return true;
  return isErplyError(error) && (error.kind === 'credentials' || error.kind === 'usage');
}

async function runOnce(options: WatchOptions): Promise<void> {
  const { state, log, heartbeat, signal } = options;
  state.began();
  log({ level: 'debug', event: 'runBegan', message: 'a run begins' });
  let went: Parameters<Heartbeat>[0] = 'wrong';
  try {
    const report = await runImport(importOptions(options));
    state.ended(report);
    noteReport(options, report);
    if (report.outcome === 'completed') went = 'well';
  } catch (error) {
    if (!signal.aborted) state.failed();
    throw error;
  } finally {
    await showLanes(options);
    if (!signal.aborted) await heartbeat(went);
  }
}

function importOptions(options: WatchOptions): ImportOptions {
  const refresh = createRefresher(options);
  const { credentials, client, database, lanes, fields, signal, now, log, state, onProgress } = options;
  const sleep = async (ms: number, stop = signal) => void (await options.sleep(ms, stop));
  return {
    ...{ credentials, client, database, lanes, signal, now, sleep },
    ...{ poll: true, pollEverySeconds: options.everyMs / 1000 },
    ...(fields && { fields }),
    onMigrated: ({ from, to }) =>
      log({
        level: 'info',
        event: 'migrated',
        message: `the database was brought from schema ${from} to ${to}`,
        facts: { from, to },
      }),
    onProgress(event) {
      refresh();
      state.progress(event);
      onProgress(event);
      if (event.kind === 'laneFinished') noteLane(options, event.report);
    },
  };
}

function noteLane({ log, state }: WatchOptions, { lane, refusal, ...report }: LaneReport): void {
  const { mode, outcome, records, deletions, deadLetters, costUnits, seconds } = report;
  const facts = { lane, mode, outcome, records, deletions, deadLetters, costUnits, seconds };
  if (refusal) {
    state.error('refused', refusal.message);
    log({
      level: 'warn',
      event: 'laneRefused',
      message: refusal.message,
      facts: { ...facts, kind: refusal.kind },
    });
    return;
  }
  const message = `${lane}: ${count(records)} records, ${count(deletions)} removed`;
  log({ level: records + deletions > 0 ? 'info' : 'debug', event: 'lane', message, facts });
}

function noteReport({ log }: WatchOptions, report: RunReport): void {
  const { outcome, requests, costUnits, seconds, lanes } = report;
  if (outcome === 'stopped') return;
  const sum = (field: 'records' | 'deletions') => lanes.reduce((all, lane) => all + lane[field], 0);
  const facts = {
    outcome,
    records: sum('records'),
    deletions: sum('deletions'),
    requests,
    costUnits,
    seconds,
  };
  const ending = outcome === 'completed' ? 'up to date' : 'a lane was held back';
  const message = `${ending}: ${count(facts.records)} records, ${count(facts.deletions)} removed, ${decimal(costUnits)} units, ${decimal(seconds)} s`;
  log({ level: 'info', event: 'runEnded', message, facts });
}

function notePause({ log, state, describe }: WatchOptions, { ms, failure }: Pause): void {
  state.paused(ms, failure?.times ?? 0);
  if (!failure) return;
  const message = describe(failure.error);
  const kind = kindOf(failure.error);
  const seconds = Math.round(ms / 1000);
  state.error(kind, message);
  log({
    level: 'error',
    event: 'runFailed',
    message: `${message}; trying again in ${seconds} s`,
    facts: { kind, failures: failure.times, retrySeconds: seconds },
  });
}

function kindOf(error: unknown): string {
  if (isErplyError(error)) return error.kind;
  return error instanceof DatabaseError ? 'database' : 'unexpected';
}

/** During a long run too, since lanes are polled beside it: once a minute at most, and one after the other. */
function createRefresher(options: WatchOptions): () => void {
  let lastAt = options.now();
  let isBusy = false;
  return () => {
    if (isBusy || options.now() - lastAt < 60_000) return;
    lastAt = options.now();
    isBusy = true;
    // What fails here fails again at the end of the run, and is reported there.
    showLanes(options)
      .catch(() => {})
      .finally(() => {
        isBusy = false;
      });
  };
}

/** What the database holds of the lanes. One that cannot be read is reported by the run, and what was known stays. */
async function showLanes({ database, credentials, lanes, state }: WatchOptions): Promise<void> {
  try {
    const found = (await readAccountStatus(database, credentials.clientCode)).lanes;
    const nothing = { phase: 'idle', writtenAt: 0, records: 0, removed: 0, deadLetters: 0 };
    state.showLanes(
      lanes.map(({ name: lane }) => found.find((one) => one.lane === lane) ?? { lane, ...nothing }),
    );
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
  }
}
