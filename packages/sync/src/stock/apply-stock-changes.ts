import type { IdleCheckpoint } from '../checkpoint.ts';
import type { ServerTime } from '../clock/clock-comparison.ts';
import { withConfirmedWatermark, withWatermark } from '../complete-pass.ts';
import { isSameSet } from '../is-same-set.ts';
import { incomingAmount, type StockLane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { omitUndefined } from '../omit-undefined.ts';
import type { ChangedTables, TableAnswer } from '../poll/changed-tables.ts';
import { type DeletedProducts, readDeletedProducts } from '../records/read-deleted-products.ts';
import { type KnownOfStock, knownOfStock } from './known-of-stock.ts';
import { logStart } from './log-start.ts';

interface Before {
  readonly before: IdleCheckpoint;
  /** What is known of the tables beside the amounts; nothing where the lane has gone on since it was asked. */
  readonly answers: ChangedTables;
}

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
  { before, answers }: Before,
): Promise<boolean> {
  if (before.watermark === undefined) return false;
  const { clocks, client, signal } = run.settings;
  const listed = await warehousesOf(lane, run, knownOfStock(withConfirmedWatermark(run, before), answers));
  if (!isSameSet(listed.ids, before.warehouses ?? [])) return false;
  const at = withConfirmedWatermark(run, before);
  const { watermark: changedSince } = at;
  if (changedSince === undefined) return false;
  const { amounts, statuses } = await lane.readChanges(client, listed.ids, {
    changedSince,
    ...omitUndefined({ signal }),
  });
  for (const answer of statuses) clocks.observe(answer);
  const deletedFrom = logStart(at) ?? changedSince;
  const moved = new Set(
    amounts.flatMap(({ productID, amountInStock }) => (amountInStock === 0 ? [] : productID)),
  );
  const known = knownOfStock(at, answers);
  const gone = known.isLogEmpty
    ? nothingGone
    : await readDeletedProducts(run, { table: lane.deletions.table, deletedFrom, moved });
  // Answers that came after the question have proved that it was asked from a time that is ahead.
  if (withConfirmedWatermark(run, at) !== at) return false;
  const candidate = earliestOf(listed.candidate, known.answers);
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

const nothingGone: DeletedProducts = { deletions: [], removed: 0 };

interface Listed {
  readonly ids: readonly number[];
  /** The watermark that the list allows, where it was asked for now. */
  readonly candidate?: Required<ServerTime>;
}

/** The warehouses of the account: those of the watermark, where that table has not changed since. */
async function warehousesOf<TRow>(
  lane: StockLane,
  run: LaneRun<TRow>,
  { warehouses }: KnownOfStock,
): Promise<Listed> {
  if (warehouses) return { ids: warehouses };
  const { clock, clocks, client, signal } = run.settings;
  const askedAt = clock.now();
  const { ids, status } = await lane.listWarehouses(client, omitUndefined({ signal }));
  clocks.observe(status);
  return { ids, candidate: clocks.watermarkOf(status, { lane: run.lane, askedAt }) };
}

/** What is known of a table holds up to the time of its answer, and no further. */
function earliestOf(
  listed: Required<ServerTime> | undefined,
  answers: readonly TableAnswer[],
): Required<ServerTime> {
  const times = [...(listed ? [listed] : []), ...answers.map(({ upTo }) => upTo)];
  return times.reduce((one, other) => (other.seconds < one.seconds ? other : one));
}

function afterChanges(
  { deletedFrom: _, ...at }: IdleCheckpoint,
  candidate: ServerTime | undefined,
  deletedFrom: number | undefined,
): IdleCheckpoint {
  return { ...withWatermark(at, candidate), ...omitUndefined({ deletedFrom }) };
}
