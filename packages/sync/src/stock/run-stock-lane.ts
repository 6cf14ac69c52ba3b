import type { Checkpoint } from '../checkpoint.ts';
import type { StockLane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { products } from '../lanes/products.ts';
import { isFullReadDue } from '../records/choose-pass.ts';
import { readDeletedProducts } from '../records/read-deleted-products.ts';
import { SyncError } from '../sync-error.ts';
import { applyStockChanges } from './apply-stock-changes.ts';
import { closeStockRead } from './close-stock-read.ts';
import { loadStock } from './load-stock.ts';
import { logStart } from './log-start.ts';

/**
 * Runs the stock lane: what changed in all warehouses as one transaction. When a full read is due, that follows:
 * warehouse by warehouse into a generation that becomes visible at its end, and then what changed meanwhile. Changes
 * come first, so that a full read that is long, or refused, does not leave the amounts behind.
 */
export async function runStockLane<TRow>(lane: StockLane, run: LaneRun<TRow>): Promise<void> {
  const at = run.checkpoint;
  const { changed: answers } = run.settings;
  const isChanged = at.phase === 'idle' && (await applyStockChanges(lane, run, { before: at, answers }));
  if (isChanged && !isDue(lane, run, at)) return;
  if (!run.settings.confirmDeletions) await assertProductsBelieved(lane, run, isChanged ? undefined : at);
  const loaded = await loadStock(lane, run);
  const closed = await closeStockRead(run, loaded);
  await applyStockChanges(lane, run, { before: closed, answers: new Map() });
}

function isDue<TRow>(lane: StockLane, { settings }: LaneRun<TRow>, at: Checkpoint): boolean {
  return (
    at.phase !== 'idle' || settings.full || isFullReadDue(lane.fullEverySeconds, at, settings.clock.now())
  );
}

/**
 * A full read sets to 0 what products that are gone have left. While their removal is refused it is not begun: a
 * product that stays keeps its stock.
 */
async function assertProductsBelieved<TRow>(
  lane: StockLane,
  run: LaneRun<TRow>,
  at: Checkpoint | undefined,
): Promise<void> {
  const refusal = run.settings.refusals.get(products.name);
  if (refusal === 'tooManyDeletions' || refusal === 'empty')
    throw new SyncError(refusal, run.lane, 'products were not removed, so no amount was set to 0');
  if (!at) return;
  const deletedFrom = logStart(at.phase === 'idle' ? at : at.before);
  if (deletedFrom === undefined) return;
  const gone = await readDeletedProducts(run, { table: lane.deletions.table, deletedFrom });
  if (gone.refusal) throw gone.refusal;
}
