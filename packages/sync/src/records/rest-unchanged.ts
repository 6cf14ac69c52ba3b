import type { Checkpoint, IdleCheckpoint } from '../checkpoint.ts';
import { completePass } from '../complete-pass.ts';
import type { RecordLane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { answerSince, type ChangedTables, type TableAnswer } from '../poll/changed-tables.ts';
import { isFullDue, type Moment } from './choose-pass.ts';

/** What a lane has to read: all of it, what changed or what an earlier run has begun, or nothing at all. */
export type Reading = 'everything' | 'something' | 'nothing';

interface Known {
  readonly changed: ChangedTables;
  readonly moment: Moment;
}

/**
 * What a lane has to read, as far as is known of its table. One of which only full reads tell is left alone until the
 * next is due; where something is gone that no log has, that is now.
 */
export function readingOf(lane: RecordLane, at: Checkpoint, { changed, moment }: Known): Reading {
  if (moment.full) return 'everything';
  if (at.phase !== 'idle' || isFullDue(lane, at, moment)) return 'something';
  const answer = answerOf(lane, at, changed);
  const hasLog = lane.deletions.from === 'log';
  if (!answer) return lane.changes || lane.changedTable || hasLog ? 'something' : 'nothing';
  if (answer.deleted && !hasLog) return 'everything';
  return answer.updated || answer.deleted ? 'something' : 'nothing';
}

const answerOf = ({ changedTable }: RecordLane, { watermark }: IdleCheckpoint, changed: ChangedTables) =>
  watermark === undefined ? undefined : answerSince(changed, changedTable, watermark);

/**
 * Ends a lane that has nothing to read: its watermark moves up to what the answer about its table allows. False when
 * the answers have proved that it was asked from a time that is ahead.
 */
export async function restUnchanged<TRow>(lane: RecordLane, run: LaneRun<TRow>): Promise<boolean> {
  const { settings, checkpoint: at } = run;
  const answer = at.phase === 'idle' ? answerOf(lane, at, settings.changed) : undefined;
  if (at.phase !== 'idle' || !answer) return true;
  await run.write({
    checkpoint: completePass(run, passWithout(at, answer)),
    position: { total: 0, share: 1 },
  });
  return !run.isBehind;
}

/** A pass of changes as it is when none came. */
function passWithout(before: IdleCheckpoint, { upTo }: TableAnswer) {
  const { watermark = 0, watermarkAt: changedSinceAt, generation } = before;
  const pass = {
    phase: 'changes',
    mode: 'incremental',
    generation,
    before,
    changedSince: watermark,
  } as const;
  const candidate = { candidate: upTo.seconds, candidateAt: upTo.askedAt };
  return { ...pass, ...candidate, ...omitUndefined({ changedSinceAt }) };
}
