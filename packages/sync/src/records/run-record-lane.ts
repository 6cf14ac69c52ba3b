import type { PassCheckpoint } from '../checkpoint.ts';
import { withConfirmedWatermark } from '../complete-pass.ts';
import type { RecordLane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { choosePass } from './choose-pass.ts';
import { closeFullRead } from './close-full-read.ts';
import { readDeletions } from './read-deletions.ts';
import { readRecords } from './read-records.ts';
import { readingOf, restUnchanged } from './rest-unchanged.ts';

/**
 * Runs a lane of records to its end: everything or what changed, then deletions, then what a full read did not
 * find. Each step leaves a checkpoint that the next one starts from, be it in this run or after a crash.
 */
export async function runRecordLane<TRow>(lane: RecordLane, run: LaneRun<TRow>): Promise<void> {
  const { checkpoint } = run;
  if (checkpoint.phase === 'idle') run.checkpoint = withConfirmedWatermark(run, checkpoint);
  const { changed, clock, full } = run.settings;
  const moment = { full, now: clock.now() };
  const reading = readingOf(lane, run.checkpoint, { changed, moment });
  if (reading === 'nothing' && (await restUnchanged(lane, run))) return;
  const first = choosePass(lane, run.checkpoint, { ...moment, full: reading === 'everything' });
  if (first) run.begin(first);
  await finish(lane, run);
  if (first && !run.isBehind) return;
  // The pass was begun by an earlier run, perhaps long ago, or at a time that was ahead: what changed since is read.
  const next = choosePass(lane, run.checkpoint, { full: false, now: clock.now() });
  if (next) run.begin(next);
  await finish(lane, run);
}

async function finish<TRow>(lane: RecordLane, run: LaneRun<TRow>): Promise<void> {
  while (run.checkpoint.phase !== 'idle') await takeStep(lane, run, run.checkpoint);
}

async function takeStep<TRow>(lane: RecordLane, run: LaneRun<TRow>, at: PassCheckpoint): Promise<void> {
  switch (at.phase) {
    case 'full':
    case 'changes':
      return readRecords(lane, run, at);
    case 'deletions':
      return readDeletions(lane, run, at);
    case 'closing':
      return closeFullRead(lane, run, at);
    case 'loading':
      throw new TypeError(`${lane.name}: the sink holds a checkpoint of another kind of lane`);
  }
}
