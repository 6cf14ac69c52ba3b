import type { ChangesCheckpoint, DeletionsCheckpoint, FullCheckpoint } from '../checkpoint.ts';
import type { LaneRun } from '../lane-run.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { SyncError } from '../sync-error.ts';

const maxRereads = 2;

/**
 * Begins a pass of numbered pages again, under a new generation.
 * @throws SyncError when that was done often enough.
 */
export function readAgain<TRow>(run: LaneRun<TRow>, at: DeletionsCheckpoint): void {
  if (run.rereads === maxRereads)
    throw new SyncError(
      'incomplete',
      run.lane,
      `records were deleted each of the ${maxRereads + 1} times that the list was read, which can hide others; it starts anew`,
    );
  run.beginAgain(passOf(at));
}

/** The pass as it was before its first page. What it has removed so far stays removed. */
function passOf({ mode, before, ...at }: DeletionsCheckpoint): FullCheckpoint | ChangesCheckpoint {
  const pass = { mode, before, generation: at.generation + 1, deletedFrom: at.deletedFrom };
  // Behind a full read, `changedSince` is that of what changed meanwhile.
  if (mode === 'full' || at.changedSince === undefined) return { ...pass, phase: 'full', mode: 'full' };
  const { changedSince, changedSinceAt } = at;
  return { ...pass, phase: 'changes', changedSince, ...omitUndefined({ changedSinceAt }) };
}
