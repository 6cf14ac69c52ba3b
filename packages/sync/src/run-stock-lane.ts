import { applyStockChanges } from './apply-stock-changes.ts';
import type { IdleCheckpoint } from './checkpoint.ts';
import { closeStockRead } from './close-stock-read.ts';
import { isFullStockDue } from './first-step.ts';
import type { StockLane } from './lane.ts';
import type { LaneRun } from './lane-run.ts';
import { loadStock } from './load-stock.ts';

/**
 * Runs the stock lane: what changed in all warehouses as one transaction. When a full read is due, that follows:
 * warehouse by warehouse into a generation that becomes visible at its end, and then what changed meanwhile. Changes
 * come first, so that a full read that is long, or refused, does not leave the amounts behind.
 */
export async function runStockLane<TRow>(lane: StockLane, run: LaneRun<TRow>): Promise<void> {
  const at = run.checkpoint;
  if (at.phase === 'idle' && (await applyStockChanges(lane, run, at)) && !isDue(lane, run, at)) return;
  const loaded = await loadStock(lane, run);
  const closed = await closeStockRead(run, loaded);
  await applyStockChanges(lane, run, closed);
}

function isDue<TRow>(lane: StockLane, { settings }: LaneRun<TRow>, at: IdleCheckpoint): boolean {
  return isFullStockDue(lane, at, { full: settings.full, now: settings.clock.now() });
}
