import { compareRows } from '../compare/compare-rows.ts';
import { KeySet } from '../compare/key-set.ts';
import { assertNotTooMany, type DeletionLimit } from '../deletion-limit.ts';
import type { Lane, RecordLane, StockLane } from '../lane.ts';
import { incomingAmount } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { chunksOf, readByIDs } from '../read-by-ids.ts';
import { readState } from '../read-state.ts';
import type { RowKey } from '../readable-sink.ts';
import type { Deletion, LaneState } from '../sink.ts';
import { SyncError } from '../sync-error.ts';
import { type Incoming, translate } from '../translate.ts';
import { usageSince } from '../usage-since.ts';
import { auditLane } from './audit-lane.ts';
import type { AuditSettings } from './audit-options.ts';
import { incomingOf } from './audit-record-lane.ts';
import type { LaneAudit } from './audit-report.ts';
import { productsPerRead } from './audit-stock-lane.ts';
import type { LaneInspection } from './lane-inspection.ts';
import type { LaneRepair } from './repair-report.ts';

interface RepairSettings<TRow extends RowKey> extends AuditSettings<TRow> {
  readonly confirmDeletions: boolean;
  readonly deletionLimit: DeletionLimit;
}

interface Repairing<TRow extends RowKey> {
  readonly settings: RepairSettings<TRow>;
  readonly inspection: LaneInspection<TRow>;
  /** Where the lane stands: it stays there. */
  readonly state: LaneState;
}

type Mended = Pick<LaneRepair, 'written' | 'deletions'>;

/** Compares a lane with the account, and writes what differs. */
export async function repairLane<TRow extends RowKey>(
  lane: Lane,
  settings: RepairSettings<TRow>,
): Promise<LaneRepair> {
  const { client, clock, sink } = settings;
  const startedAt = clock.now();
  const usage = usageSince(client);
  const { audit, inspection } = await auditLane(lane, settings);
  const state = await readState(sink, lane.name);
  const nothing = { written: 0, deletions: 0 };
  const isReady = state?.checkpoint.phase === 'idle';
  const total = () => ({ ...usage(), seconds: Math.max(0, clock.now() - startedAt) / 1000 });
  if (!isReady) return { ...audit, outcome: 'unready', ...nothing, ...total() };
  if (audit.outcome !== 'different') return { ...audit, ...nothing, ...total() };
  try {
    if (!settings.confirmDeletions) await assertFewExtra(lane.name, { settings, inspection, state });
    const repairing = { settings, inspection, state };
    const mended =
      lane.kind === 'stock' ? await mendStock(lane, repairing) : await mendRecords(lane, repairing);
    return { ...audit, ...mended, ...total() };
  } catch (error) {
    if (!(error instanceof SyncError) || settings.signal?.aborted) throw error;
    return { ...audit, ...nothing, ...refusalOf(error), ...total() };
  }
}

const refusalOf = ({ kind, message }: SyncError): Pick<LaneAudit, 'outcome' | 'refusal'> => ({
  outcome: 'refused',
  refusal: { kind, message },
});

/** What is gone is removed under the limit of a run, before anything else is written. */
async function assertFewExtra<TRow extends RowKey>(
  lane: string,
  { settings, inspection, state }: Repairing<TRow>,
): Promise<void> {
  const { sink, deletionLimit: limit } = settings;
  const ids = new Set(Array.from(inspection.differences.keysOf('extra'), ({ id }) => id));
  const { alive } = await sink.survey(lane, state.checkpoint.generation);
  assertNotTooMany(lane, { removals: ids.size, alive, limit });
}

/** Asks for each differing record again, and writes those that still differ. */
async function mendRecords<TRow extends RowKey>(
  lane: RecordLane,
  repairing: Repairing<TRow>,
): Promise<Mended> {
  const { settings, inspection } = repairing;
  const { differences } = inspection;
  const differing = (['missing', 'removed', 'changed'] as const).flatMap((kind) =>
    Array.from(differences.keysOf(kind), ({ id }) => id),
  );
  let [written, deletions, deletedAt] = [0, 0, 0];
  for await (const { records, status } of readByIDs(lane, settings, differing)) {
    written += await writeDiffering(lane.name, repairing, incomingOf(lane, records));
    deletedAt = status.requestUnixTime;
  }
  const extra = Array.from(differences.keysOf('extra'), ({ id }) => id);
  for (const ids of chunksOf(extra, 1000)) {
    const now = deletedAt || Math.floor(settings.clock.now() / 1000);
    await commit(lane.name, repairing, { deletions: ids.map((id) => ({ id, deletedAt: now })) });
    deletions += ids.length;
  }
  return { written, deletions };
}

/** Asks for the amounts of each differing product again, in all warehouses; what the copy alone has is 0. */
async function mendStock<TRow extends RowKey>(lane: StockLane, repairing: Repairing<TRow>): Promise<Mended> {
  const { differences } = repairing.inspection;
  const { client, signal } = repairing.settings;
  const keys = [...differences];
  const warehouses = [...new Set(keys.map(({ warehouseID = 0 }) => warehouseID))];
  let [written, deletions] = [0, 0];
  for (const ids of chunksOf([...new Set(keys.map(({ id }) => id))], productsPerRead)) {
    const asked = new Set(ids);
    const request = { ids, ...omitUndefined({ signal }) };
    const { amounts } = await lane.readProducts(client, warehouses, request);
    const came = new KeySet();
    for (const { productID: id, warehouseID } of amounts) came.add({ id, warehouseID });
    const zeros = keys.filter((key) => key.kind === 'extra' && asked.has(key.id) && !came.has(key));
    const differing = amounts.filter(({ productID: id, warehouseID }) =>
      differences.kindOf({ id, warehouseID }),
    );
    const all = [...differing.map(incomingAmount), ...zeros.map(zeroOf)];
    written += (await writeDiffering(lane.name, repairing, all)) - zeros.length;
    deletions += zeros.length;
  }
  return { written, deletions };
}

const zeroOf = ({ id, warehouseID = 0 }: RowKey): Incoming =>
  incomingAmount({ productID: id, warehouseID, amountInStock: 0, amountReserved: 0 });

/** Writes those of the records that differ from the copy, in one transaction; gives back how many. */
async function writeDiffering<TRow extends RowKey>(
  lane: string,
  repairing: Repairing<TRow>,
  incoming: readonly Incoming[],
): Promise<number> {
  const { sink } = repairing.settings;
  const compared = await compareRows(sink, lane, translate(sink, lane, incoming).rows);
  const rows = compared.flatMap(({ row, difference }) => (difference ? [row] : []));
  if (rows.length > 0) await commit(lane, repairing, { rows });
  return rows.length;
}

/** One transaction, behind which the lane stands where it stood. */
async function commit<TRow extends RowKey>(
  lane: string,
  { settings, state }: Repairing<TRow>,
  {
    rows = [],
    deletions = [],
  }: { readonly rows?: readonly TRow[]; readonly deletions?: readonly Deletion[] },
): Promise<void> {
  const { generation } = state.checkpoint;
  await settings.sink.commit({ lane, generation, rows, deletions, deadLetters: [], ...state });
  settings.signal?.throwIfAborted();
}
