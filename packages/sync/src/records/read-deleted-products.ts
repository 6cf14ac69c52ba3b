import { isTooMany } from '../deletion-limit.ts';
import type { LogTable } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { products } from '../lanes/products.ts';
import { deletionsOf, readLog } from '../operations-log.ts';
import { readState } from '../read-state.ts';
import type { Deletion } from '../sink.ts';
import { SyncError } from '../sync-error.ts';

/** Products that are gone, as the operations log says. */
export interface DeletedProducts {
  readonly deletions: readonly Deletion[];
  /** How many of them have stock in the sink. */
  readonly removed: number;
  /** Why the log is not to be believed. */
  readonly refusal?: SyncError;
}

interface LogRange {
  readonly table: LogTable;
  /** Seconds of the server's clock, themselves included. */
  readonly deletedFrom: number;
  /** Products of which an amount has just come. */
  readonly moved?: ReadonlySet<number>;
}

/** Reads from the log which products are gone, and judges whether to believe it. */
export async function readDeletedProducts<TRow>(
  run: LaneRun<TRow>,
  { table, deletedFrom, moved }: LogRange,
): Promise<DeletedProducts> {
  const { clocks, confirmDeletions, sink } = run.settings;
  const deletions: Deletion[] = [];
  for await (const page of readLog(run.settings, { lane: run.lane, table, deletedFrom })) {
    clocks.observe(page.status);
    for (const deletion of deletionsOf(run.lane, page.records, table))
      if (!moved?.has(deletion.id) || !(await isBack(run, deletion.id))) deletions.push(deletion);
  }
  const ids = [...new Set(deletions.map(({ id }) => id))];
  const refusal = confirmDeletions ? undefined : await refusalOf(run, ids);
  if (refusal) return { deletions: [], removed: 0, refusal };
  return { deletions, removed: await sink.countAlive(run.lane, ids) };
}

/** Whether a product that was deleted is there again, as an amount of it has come: the lane of products has it then. */
async function isBack<TRow>({ settings: { sink } }: LaneRun<TRow>, id: number): Promise<boolean> {
  if (!(await readState(sink, products.name))) return true;
  return (await sink.countAlive(products.name, [id])) > 0;
}

/**
 * The verdict on products that are gone is that of the lane of products, where the sink has it: what that lane has
 * removed is gone, and of what it still holds as many are too many as there. Two lanes that counted apart, products
 * here and amounts there, could keep a product and set its stock to 0.
 */
async function refusalOf<TRow>(run: LaneRun<TRow>, ids: readonly number[]): Promise<SyncError | undefined> {
  const { deletionLimit: limit, sink } = run.settings;
  if (ids.length < limit.atLeast) return undefined;
  const held = (await readState(sink, products.name))?.checkpoint;
  const lane = held ? products.name : run.lane;
  const removals = await sink.countAlive(lane, ids);
  if (removals < limit.atLeast) return undefined;
  const { alive } = await sink.survey(lane, (held ?? run.checkpoint).generation);
  if (!isTooMany(removals, alive, limit)) return undefined;
  return new SyncError(
    'tooManyDeletions',
    run.lane,
    `${removals} of ${alive} products would be removed at once, so no amount was set to 0`,
  );
}
