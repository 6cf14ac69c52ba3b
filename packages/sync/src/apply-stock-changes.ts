import type { IdleCheckpoint } from './checkpoint.ts';
import { isTooMany } from './deletion-limit.ts';
import { given } from './given.ts';
import { isSameSet } from './is-same-set.ts';
import { incomingAmount, type StockLane } from './lane.ts';
import type { LaneRun } from './lane-run.ts';
import { deletionsOf, readLog } from './operations-log.ts';
import type { Deletion } from './sink.ts';
import { watermarkOf } from './watermark.ts';

/**
 * Writes what moved since the watermark, and takes away the amounts of products that are gone, in one transaction.
 * False without a watermark, and when the account has other warehouses than then: a full read is due.
 */
export async function applyStockChanges<TRow>(
  lane: StockLane,
  run: LaneRun<TRow>,
  at: IdleCheckpoint,
): Promise<boolean> {
  const { watermark } = at;
  if (watermark === undefined) return false;
  const { client, marginSeconds, signal } = run.settings;
  const { ids, status } = await lane.listWarehouses(client, given({ signal }));
  if (!isSameSet(ids, at.warehouses ?? [])) return false;
  const amounts = await lane.readChanges(client, ids, { changedSince: watermark, ...given({ signal }) });
  const { deletions, removed } = await goneProducts(run, watermark);
  await run.write({
    checkpoint: { ...at, watermark: watermarkOf(status, marginSeconds) },
    incoming: amounts.map(incomingAmount),
    deletions,
    removed,
    position: { total: amounts.length, share: 1 },
  });
  return true;
}

/** Products of which the log says that they are gone. Too many at once are left to the full read and its guard. */
async function goneProducts<TRow>(run: LaneRun<TRow>, since: number) {
  const { sink, confirmDeletions, deletionLimit } = run.settings;
  const deletions: Deletion[] = [];
  for await (const page of readLog(run.settings, { logTable: 'products', deletedFrom: since })) {
    deletions.push(...deletionsOf(page.records, 'products'));
  }
  const removed = await sink.countAlive(
    run.lane,
    deletions.map(({ id }) => id),
  );
  if (removed < deletionLimit.atLeast || confirmDeletions) return { deletions, removed };
  const { alive } = await sink.survey(run.lane, run.checkpoint.generation);
  return isTooMany(removed, alive, deletionLimit) ? { deletions: [], removed: 0 } : { deletions, removed };
}
