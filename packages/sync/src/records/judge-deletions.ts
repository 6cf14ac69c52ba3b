import type {
  ChangesCheckpoint,
  ClosingCheckpoint,
  DeletionsCheckpoint,
  FullCheckpoint,
  IdleCheckpoint,
} from '../checkpoint.ts';
import { afterReading } from '../complete-pass.ts';
import type { LaneRun } from '../lane-run.ts';
import type { Deletion } from '../sink.ts';

/** Everything of the pass was read after this second of the server's clock. */
export function begunAt({ mode, candidate, changedSince }: DeletionsCheckpoint): number {
  // Behind a full read, `changedSince` is when that began, and the candidate is later.
  return mode === 'full' ? (changedSince ?? candidate) : candidate;
}

interface Judged {
  /** What is to be removed. */
  readonly deletions: readonly Deletion[];
  /** Some of that was read by this pass, so it may have come back before it was read. */
  readonly mayBeBack: boolean;
}

/**
 * A record can come back under its ID: Erply restores products, and a database that was restarted gives the ID of the
 * last record again when that was deleted. What was deleted before the pass began, and was read by it, is there.
 */
export async function judgeDeletions<TRow>(
  run: LaneRun<TRow>,
  at: DeletionsCheckpoint,
  deletions: readonly Deletion[],
): Promise<Judged> {
  const { sink } = run.settings;
  const countSeen = (ids: readonly number[]) => sink.countSeen(run.lane, ids, at.generation);
  if (deletions.length === 0 || (await countSeen(deletions.map(({ id }) => id))) === 0)
    return { deletions, mayBeBack: false };
  const judged: Deletion[] = [];
  let mayBeBack = false;
  for (const deletion of deletions) {
    const isSeen = (await countSeen([deletion.id])) > 0;
    if (isSeen && deletion.deletedAt < begunAt(at)) continue;
    mayBeBack ||= isSeen;
    judged.push(deletion);
  }
  return { deletions: judged, mayBeBack };
}

/** What follows when the log is read to its end. */
export function afterLog<TRow>(
  run: LaneRun<TRow>,
  at: DeletionsCheckpoint,
): FullCheckpoint | ChangesCheckpoint | ClosingCheckpoint | IdleCheckpoint {
  if (!at.mayBeBack) return afterReading(run, at);
  const { phase: _, cursor: __, changedSince, ...pass } = { cursor: undefined, ...at };
  return changedSince === undefined
    ? { ...pass, phase: 'full' }
    : { ...pass, phase: 'changes', changedSince };
}
