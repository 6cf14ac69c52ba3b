import type { IdleCheckpoint } from '../checkpoint.ts';
import type { ServerTime } from '../clock-comparison.ts';
import { withConfirmedWatermark, withWatermark } from '../complete-pass.ts';
import { isSameSet } from '../is-same-set.ts';
import { incomingAmount, type StockLane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { readDeletedProducts } from '../records/read-deleted-products.ts';

/**
 * Writes what moved since the watermark, and takes away the amounts of products that are gone, in one transaction.
 * False without a watermark, and when the account has other warehouses than then: a full read is due.
 *
 * @throws SyncError when too many products are gone to be believed. What moved is written all the same, and the log is
 * asked from the same time again.
 */
export async function applyStockChanges<TRow>(
  lane: StockLane,
  run: LaneRun<TRow>,
  before: IdleCheckpoint,
): Promise<boolean> {
  if (before.watermark === undefined) return false;
  const { clock, clocks, client, signal } = run.settings;
  const askedAt = clock.now();
  const { ids, status } = await lane.listWarehouses(client, omitUndefined({ signal }));
  clocks.observe(status);
  if (!isSameSet(ids, before.warehouses ?? [])) return false;
  const candidate = clocks.watermarkOf(status, { lane: run.lane, askedAt });
  const at = withConfirmedWatermark(run, before);
  const { watermark: changedSince } = at;
  if (changedSince === undefined) return false;
  const { amounts, statuses } = await lane.readChanges(client, ids, {
    changedSince,
    ...omitUndefined({ signal }),
  });
  for (const answer of statuses) clocks.observe(answer);
  const deletedFrom = logStart(at) ?? changedSince;
  const moved = new Set(
    amounts.flatMap(({ productID, amountInStock }) => (amountInStock === 0 ? [] : productID)),
  );
  const gone = await readDeletedProducts(run, { table: lane.deletions.table, deletedFrom, moved });
  // Answers that came after the question have proved that it was asked from a time that is ahead.
  if (withConfirmedWatermark(run, at) !== at) return false;
  await run.write({
    checkpoint: afterChanges(at, clocks.confirm(candidate), gone.refusal && deletedFrom),
    incoming: amounts.map(incomingAmount),
    deletions: gone.deletions,
    removed: gone.removed,
    position: { total: amounts.length, share: 1 },
  });
  if (gone.refusal) throw gone.refusal;
  return true;
}

/** Since when the log is to be asked which products are gone; `undefined` before there is anything to lose. */
export function logStart({ deletedFrom, watermark }: IdleCheckpoint): number | undefined {
  if (deletedFrom === undefined || watermark === undefined) return deletedFrom ?? watermark;
  return Math.min(deletedFrom, watermark);
}

function afterChanges(
  { deletedFrom: _, ...at }: IdleCheckpoint,
  candidate: ServerTime | undefined,
  deletedFrom: number | undefined,
): IdleCheckpoint {
  return { ...withWatermark(at, candidate), ...omitUndefined({ deletedFrom }) };
}
