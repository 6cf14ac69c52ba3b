import type { IdleCheckpoint, LoadingCheckpoint } from '../checkpoint.ts';
import { completePass } from '../complete-pass.ts';
import { isTooMany } from '../deletion-limit.ts';
import type { LaneRun } from '../lane-run.ts';
import { warehouses as warehouseLane } from '../lanes/warehouses.ts';
import type { Survey } from '../sink.ts';
import { SyncError } from '../sync-error.ts';

/** Makes a loaded generation visible: amounts that it did not find become 0 in the same transaction. */
export async function closeStockRead<TRow>(
  run: LaneRun<TRow>,
  at: LoadingCheckpoint,
): Promise<IdleCheckpoint> {
  const { sink, clock, confirmDeletions } = run.settings;
  const survey = await sink.survey(run.lane, at.generation);
  if (!confirmDeletions) await assertBelievable(run, at, survey);
  const { deletedFrom: _, ...closed } = completePass(run, at, clock.now());
  const checkpoint = { ...closed, warehouses: at.warehouses };
  await run.write({ checkpoint, close: { deletedAt: at.candidate }, removed: survey.unseen });
  return checkpoint;
}

/** Large accounts are known to get empty answers, so a warehouse that had stock and now has none is not believed. */
async function assertBelievable<TRow>(run: LaneRun<TRow>, at: LoadingCheckpoint, all: Survey): Promise<void> {
  const { sink, deletionLimit: limit } = run.settings;
  const { warehouses } = at;
  const empty = all.emptied.find((id) => warehouses.includes(id));
  if (empty !== undefined)
    throw new SyncError(
      'empty',
      run.lane,
      `warehouse ${empty} came back empty, but has stock; no amount was set to 0`,
    );
  const unlisted = all.emptied.filter((id) => !warehouses.includes(id));
  const areGone = await areKnownToBeGone(run, unlisted);
  const judged = areGone ? await sink.survey(run.lane, at.generation, warehouses) : all;
  const { unseen, alive } = judged;
  if (!isTooMany(unseen, alive, limit)) return;
  throw new SyncError(
    'tooManyDeletions',
    run.lane,
    `${unseen} of ${alive} products would have an amount set to 0 at once, so none was`,
  );
}

/**
 * Whether the lane of warehouses has removed these. Then it is certain that what they held is gone, and the other
 * warehouses are judged alone. Where that lane still has one, a list without it is not believed.
 */
async function areKnownToBeGone<TRow>(run: LaneRun<TRow>, unlisted: readonly number[]): Promise<boolean> {
  const { sink } = run.settings;
  if (unlisted.length === 0 || !(await sink.state(warehouseLane.name))) return false;
  for (const id of unlisted) {
    if ((await sink.countAlive(warehouseLane.name, [id])) === 0) continue;
    throw new SyncError(
      'incomplete',
      run.lane,
      `warehouse ${id} is not listed any more, but the lane warehouses has it; no amount was set to 0`,
    );
  }
  return true;
}
