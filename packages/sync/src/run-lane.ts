import { isErplyError } from '@erply-kit/client';

import type { Lane } from './lane.ts';
import { LaneRun, type LaneRunSettings } from './lane-run.ts';
import { createProgressMeter, type ProgressEvent } from './progress.ts';
import { readState } from './read-state.ts';
import { runRecordLane } from './records/run-record-lane.ts';
import type { LaneReport } from './report.ts';
import { runStockLane } from './stock/run-stock-lane.ts';
import { SyncError } from './sync-error.ts';
import { roundUnits, usageSince } from './usage-since.ts';

/** Runs one lane and says what it did. */
export async function runLane<TRow>(
  lane: Lane,
  settings: LaneRunSettings<TRow>,
  onProgress: (event: ProgressEvent) => void,
): Promise<LaneReport> {
  const { client, clock, sink } = settings;
  const startedAt = clock.now();
  const usage = usageSince(client);
  const state = await readState(sink, lane.name);
  const meter = createProgressMeter(clock);
  const run = new LaneRun({
    lane: lane.name,
    settings,
    state,
    onStep: (at, position) => onProgress(meter(at, position, usage().costUnits)),
  });
  const ending = await endingOf(lane, run);
  const { records, deletions, deadLetters } = run.done;
  const { requests, costUnits } = usage();
  const report: LaneReport = {
    lane: lane.name,
    mode: run.mode,
    ...ending,
    clockWentBack: run.clockWentBack,
    resumed: state !== undefined && state.checkpoint.phase !== 'idle',
    records,
    deletions,
    deadLetters,
    requests: requests - run.elsewhere.requests,
    costUnits: roundUnits(costUnits - run.elsewhere.costUnits),
    seconds: Math.max(0, (clock.now() - startedAt) / 1000 - run.elsewhere.seconds),
  };
  onProgress({ kind: 'laneFinished', report });
  return report;
}

async function endingOf<TRow>(
  lane: Lane,
  run: LaneRun<TRow>,
): Promise<Pick<LaneReport, 'outcome' | 'refusal'>> {
  try {
    run.settings.signal?.throwIfAborted();
    await (lane.kind === 'stock' ? runStockLane(lane, run) : runRecordLane(lane, run));
    return { outcome: 'completed' };
  } catch (error) {
    if (run.settings.signal?.aborted) return { outcome: 'stopped' };
    if (isErplyError(error) && error.kind === 'budget') return { outcome: 'outOfUnits' };
    if (!(error instanceof SyncError)) throw error;
    await run.abandon();
    const { kind, message } = error;
    return { outcome: 'refused', refusal: { kind, message } };
  }
}
