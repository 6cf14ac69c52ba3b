import type { LaneMode } from './checkpoint.ts';
import type { Clock } from './clock/clock.ts';
import type { LaneRun, Phase, Position } from './lane-run.ts';
import type { LaneReport } from './report.ts';

/** What a run reports while it goes on. */
export type ProgressEvent = LaneProgress | { readonly kind: 'laneFinished'; readonly report: LaneReport };

/** A page, or another step, is in the sink. */
export interface LaneProgress {
  readonly kind: 'progress';
  readonly lane: string;
  readonly mode: LaneMode;
  /** What was written: everything (`full`, of stock `loading`), what changed, deletions, or the end of a full read. */
  readonly phase: Phase;
  /** Records written since the pass began, be it in an earlier run. */
  readonly records: number;
  readonly deletions: number;
  readonly deadLetters: number;
  /** Records that this phase is going to see, where the server says so. */
  readonly total?: number;
  /** In this run, up to now. */
  readonly recordsPerSecond: number;
  /** Until this phase is over, at the speed of this run. */
  readonly etaSeconds?: number;
  /**
   * Until the whole run is over, all lanes and the waits for the turn of the hour included, where the run was given its
   * plan.
   */
  readonly runEtaSeconds?: number;
  /** Quota units that the lane has used in this run. */
  readonly costUnits: number;
}

type Measured = Pick<LaneRun<unknown>, 'lane' | 'mode' | 'phase' | 'counters' | 'done'>;

/** Turns the steps of one lane into events. Speed and ETA are those of this run, not of the one before a crash. */
export function createProgressMeter(clock: Clock) {
  const startedAt = clock.now();
  // The first step of a phase only says where it stands: in a resumed run that may be anywhere.
  let first: { phase: string; at: number; share: number } | undefined;
  return (run: Measured, { total, share = 0 }: Position, costUnits: number): LaneProgress => {
    const now = clock.now();
    const { phase } = run;
    if (first?.phase !== phase) first = { phase, at: now, share };
    const perMs = now > first.at ? (share - first.share) / (now - first.at) : 0;
    const seconds = (now - startedAt) / 1000;
    const { records, deletions, deadLetters } = run.counters;
    return {
      kind: 'progress',
      lane: run.lane,
      mode: run.mode,
      phase,
      records,
      deletions,
      deadLetters,
      ...(total !== undefined && { total }),
      recordsPerSecond: seconds > 0 ? run.done.records / seconds : 0,
      ...(perMs > 0 && { etaSeconds: (1 - share) / perMs / 1000 }),
      costUnits,
    };
  };
}
