import type { DeletionsCheckpoint } from '../checkpoint.ts';
import { afterReading } from '../complete-pass.ts';
import { assertNotTooMany, isTooMany } from '../deletion-limit.ts';
import type { LogTable, RecordLane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { deletionsOf, readLog } from '../operations-log.ts';
import { SyncError } from '../sync-error.ts';

/**
 * Removes what the operations log says is gone, page by page. The log is asked from its first second on, that second
 * included, so entries come again; removing twice is removing once.
 */
export async function readDeletions<TRow>(
  lane: RecordLane,
  run: LaneRun<TRow>,
  from: DeletionsCheckpoint,
): Promise<void> {
  const { deletions: source } = lane;
  // The checkpoint is of a time when the lane had a log.
  if (source.from !== 'log') return run.write({ checkpoint: afterReading(run, from) });
  const { table } = source;
  const { sink, confirmDeletions } = run.settings;
  let at = from;
  let isChecked = confirmDeletions;
  for await (const page of logOf(table, run, from)) {
    run.settings.clocks.observe(page.status);
    if (!isChecked) await assertFewDeletions(table, run, { at, entries: page.status.recordsTotal });
    isChecked = true;
    const deletions = deletionsOf(lane.name, page.records, table);
    const removed = await sink.countAlive(
      lane.name,
      deletions.map(({ id }) => id),
    );
    const checkpoint = page.next ? { ...at, cursor: page.next } : afterReading(run, at);
    await run.write({ checkpoint, deletions, removed });
    if (checkpoint.phase !== 'deletions') return;
    at = checkpoint;
  }
  throw new SyncError('incomplete', lane.name, 'the operations log ended without a last page');
}

const logOf = <TRow>(table: LogTable, { settings }: LaneRun<TRow>, at: DeletionsCheckpoint) =>
  readLog(settings, { table, deletedFrom: at.deletedFrom, ...omitUndefined({ from: at.cursor }) });

interface Announced {
  readonly at: DeletionsCheckpoint;
  /** What the log says it holds; where it does not say, that counts as many. */
  readonly entries: number | undefined;
}

/**
 * Refuses when the log would remove too much. As a rule its length settles that; only where it does not, the log is
 * read to its end first, so that a refusal comes before anything is removed.
 */
async function assertFewDeletions<TRow>(
  table: LogTable,
  run: LaneRun<TRow>,
  { at, entries = Number.POSITIVE_INFINITY }: Announced,
): Promise<void> {
  const { lane } = run;
  const { sink, deletionLimit: limit } = run.settings;
  if (entries < limit.atLeast) return;
  const { alive } = await sink.survey(lane, at.generation);
  if (!isTooMany(entries, alive, limit)) return;
  const ids = new Set<number>();
  for await (const page of logOf(table, run, at)) {
    for (const { id } of deletionsOf(lane, page.records, table)) ids.add(id);
  }
  const removals = await sink.countAlive(lane, [...ids]);
  assertNotTooMany(lane, { removals, alive, limit });
}
