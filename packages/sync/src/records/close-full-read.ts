import type { ClosingCheckpoint } from '../checkpoint.ts';
import { completePass } from '../complete-pass.ts';
import { assertNotTooMany } from '../deletion-limit.ts';
import type { RecordLane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import type { Survey } from '../sink.ts';
import { SyncError } from '../sync-error.ts';

/** Ends a full read of records: what it did not find, and no log entry explains, is removed. */
export async function closeFullRead<TRow>(
  lane: RecordLane,
  run: LaneRun<TRow>,
  at: ClosingCheckpoint,
): Promise<void> {
  const { sink, clock, confirmDeletions } = run.settings;
  const survey = await sink.survey(run.lane, at.generation);
  if (!confirmDeletions) assertBelievable(lane, run, survey);
  await run.write({
    checkpoint: completePass(run, at, clock.now()),
    close: { deletedAt: at.candidate },
    removed: survey.unseen,
  });
}

function assertBelievable<TRow>(
  { name: lane, inside }: RecordLane,
  { settings }: LaneRun<TRow>,
  { alive, unseen }: Survey,
): void {
  if (!inside && unseen === alive && alive > 0)
    throw new SyncError(
      'empty',
      lane,
      `the full read came back empty, but ${alive} records are there; none was removed`,
    );
  assertNotTooMany(lane, { removals: unseen, alive, limit: settings.deletionLimit });
}
