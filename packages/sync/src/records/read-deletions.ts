import type { DeletionsCheckpoint } from '../checkpoint.ts';
import { assertNotTooMany, isTooMany } from '../deletion-limit.ts';
import type { LogTable, RecordLane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { deletionsOf, type LogPage, readLog } from '../operations-log.ts';
import type { Deletion } from '../sink.ts';
import { SyncError } from '../sync-error.ts';
import { afterLog, begunAt, judgeDeletions } from './judge-deletions.ts';
import { readAgain } from './read-again.ts';

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
  if (source.from !== 'log') return run.write({ checkpoint: afterLog(run, from) });
  const { table } = source;
  const { sink, confirmDeletions } = run.settings;
  let at = from;
  let isChecked = confirmDeletions;
  for await (const page of logOf(table, run, from)) {
    run.settings.clocks.observe(page.status);
    if (lane.numberedPages && !at.cursor && (await wasDisturbed(table, run, { at, page })))
      return readAgain(run, from);
    if (!isChecked) await assertFewDeletions(table, run, { at, entries: page.status.recordsTotal });
    isChecked = true;
    const { deletions, mayBeBack } = await judgeDeletions(
      run,
      at,
      deletionsOf(lane.name, page.records, table),
    );
    const removed = await sink.countAlive(
      lane.name,
      deletions.map(({ id }) => id),
    );
    const judged = mayBeBack ? { ...at, mayBeBack } : at;
    const checkpoint = page.next ? { ...judged, cursor: page.next } : afterLog(run, judged);
    await run.write({ checkpoint, deletions, removed });
    if (checkpoint.phase !== 'deletions') return;
    at = checkpoint;
  }
  throw new SyncError('incomplete', lane.name, 'the operations log ended without a last page');
}

const logOf = <TRow>(table: LogTable, { lane, settings }: LaneRun<TRow>, at: DeletionsCheckpoint) =>
  readLog(settings, { lane, table, deletedFrom: at.deletedFrom, ...omitUndefined({ from: at.cursor }) });

interface LogBegun {
  readonly at: DeletionsCheckpoint;
  /** The first page of the log. */
  readonly page: LogPage;
}

/**
 * Whether something was deleted that the pass had read before. What was gone before the pass came to it has moved
 * nothing that the pass had still to read. More can have gone than the log says: then nobody knows which.
 */
async function wasDisturbed<TRow>(
  table: LogTable,
  run: LaneRun<TRow>,
  { at, page }: LogBegun,
): Promise<boolean> {
  const isWhole = page.next === undefined;
  const deletions = isWhole
    ? deletionsOf(run.lane, page.records, table)
    : await readAllDeletions(table, run, at);
  const ids = deletions.flatMap(({ id, deletedAt }) => (deletedAt < begunAt(at) ? [] : [id]));
  if (ids.length < (at.shortened ?? 0)) return true;
  return ids.length > 0 && (await run.settings.sink.countSeen(run.lane, ids, at.generation)) > 0;
}

/** What the log says is gone, each record once. */
async function readAllDeletions<TRow>(
  table: LogTable,
  run: LaneRun<TRow>,
  at: DeletionsCheckpoint,
): Promise<Deletion[]> {
  const last = new Map<number, Deletion>();
  for await (const page of logOf(table, run, at)) {
    for (const deletion of deletionsOf(run.lane, page.records, table)) last.set(deletion.id, deletion);
  }
  return [...last.values()];
}

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
  const deletions = await readAllDeletions(table, run, at);
  const removals = await sink.countAlive(
    lane,
    deletions.map(({ id }) => id),
  );
  assertNotTooMany(lane, { removals, alive, limit });
}
