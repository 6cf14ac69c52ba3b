import type { ClosingCheckpoint, IdleCheckpoint, LoadingCheckpoint, PassCheckpoint } from './checkpoint.ts';
import type { ServerTime } from './clock/clock-comparison.ts';
import type { LaneRun } from './lane-run.ts';
import { omitUndefined } from './omit-undefined.ts';

/**
 * Where a lane stands after a pass: its candidate is the watermark. Where the answers have proved that the time which
 * the pass began at was ahead, something before it may be missing, so the lane stays there.
 */
export function completePass<TRow>(
  run: LaneRun<TRow>,
  at: PassCheckpoint & { readonly candidate: number },
  fullAt?: number,
): IdleCheckpoint {
  const { clocks } = run.settings;
  const { before, generation } = at;
  const from = sinceOf(at);
  const confirmedSince = from && clocks.confirm(from);
  const wasAhead = from !== undefined && confirmedSince?.seconds !== from.seconds;
  const candidate = clocks.confirm({ seconds: at.candidate, ...omitUndefined({ askedAt: at.candidateAt }) });
  const watermark = wasAhead ? confirmedSince : candidate;
  run.isBehind = wasAhead || candidate === undefined;
  run.clockWentBack ||= run.isBehind;
  const { since: limit, ...reached } = withWatermark(before, watermark);
  // A full read has brought what the first one was to leave out.
  const since = at.mode === 'full' ? undefined : limit;
  return { ...reached, generation, ...omitUndefined({ since, fullAt }) };
}

type WholePass = Exclude<PassCheckpoint, LoadingCheckpoint> & { readonly candidate: number };

/** What follows when all is read: a full read has still to remove what it did not find. */
export function afterReading<TRow>(run: LaneRun<TRow>, at: WholePass): ClosingCheckpoint | IdleCheckpoint {
  if (at.mode === 'incremental') return completePass(run, at);
  const { cursor: _, announced: __, ...pass } = { cursor: undefined, ...at };
  return { ...pass, phase: 'closing' };
}

/** The checkpoint with what the answers of this run have left of its watermark. */
export function withConfirmedWatermark<TRow>(run: LaneRun<TRow>, at: IdleCheckpoint): IdleCheckpoint {
  const { watermark, watermarkAt } = at;
  if (watermark === undefined) return at;
  const time = run.settings.clocks.confirm({
    seconds: watermark,
    ...omitUndefined({ askedAt: watermarkAt }),
  });
  if (time?.seconds === watermark) return at;
  run.clockWentBack = true;
  return withWatermark(at, time);
}

/** The checkpoint with another watermark, or without one: then everything is read. */
export function withWatermark(
  { watermark, watermarkAt, ...at }: IdleCheckpoint,
  time: ServerTime | undefined,
): IdleCheckpoint {
  if (!time) return at;
  return { ...at, watermark: time.seconds, ...omitUndefined({ watermarkAt: time.askedAt }) };
}

/** Since when a pass has read what changed, where it has. */
function sinceOf(at: PassCheckpoint): ServerTime | undefined {
  if (at.phase === 'loading' || at.changedSince === undefined) return undefined;
  return { seconds: at.changedSince, ...omitUndefined({ askedAt: at.changedSinceAt }) };
}
