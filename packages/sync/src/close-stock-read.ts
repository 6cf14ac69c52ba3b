import type { IdleCheckpoint, LoadingCheckpoint } from './checkpoint.ts';
import { assertNotTooMany } from './deletion-limit.ts';
import type { LaneRun } from './lane-run.ts';
import { promoted } from './promoted.ts';
import type { Survey } from './sink.ts';
import { SyncError } from './sync-error.ts';

/** Makes a loaded generation visible: amounts that it did not find become 0 in the same transaction. */
export async function closeStockRead<TRow>(
  run: LaneRun<TRow>,
  at: LoadingCheckpoint,
): Promise<IdleCheckpoint> {
  const { sink, clock, confirmDeletions } = run.settings;
  const survey = await sink.survey(run.lane, at.generation);
  if (!confirmDeletions) assertBelievable(run, survey, at);
  const checkpoint = { ...promoted(at, clock.now()), warehouses: at.warehouses };
  await run.write({ checkpoint, close: { deletedAt: at.candidate }, removed: survey.unseen });
  return checkpoint;
}

/**
 * Large accounts are known to get empty answers, so a warehouse that had stock and now has none is not believed. One
 * that the account has no more was not asked for.
 */
function assertBelievable<TRow>(
  { lane, settings }: LaneRun<TRow>,
  { emptied, unseen, alive }: Survey,
  { warehouses }: LoadingCheckpoint,
): void {
  const warehouseID = emptied.find((id) => warehouses.includes(id));
  if (warehouseID !== undefined)
    throw new SyncError(
      'empty',
      lane,
      `warehouse ${warehouseID} came back empty, but has stock; no amount was set to 0`,
    );
  assertNotTooMany(lane, { removals: unseen, alive, limit: settings.deletionLimit });
}
