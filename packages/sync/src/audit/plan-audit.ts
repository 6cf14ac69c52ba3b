import { limits } from '@erply-kit/schemas';

import { neverRun } from '../checkpoint.ts';
import { defaultLanes } from '../default-lanes.ts';
import type { Lane, RecordLane } from '../lane.ts';
import { products } from '../lanes/products.ts';
import { orderLanes } from '../order-lanes.ts';
import { bulkOf, bulksOf, numberedPagesOf, pagesOf, unitsOf } from '../plan/estimate-lane.ts';
import { readState } from '../read-state.ts';
import type { ReadableSink, RowKey } from '../readable-sink.ts';
import { productsPerRead } from './audit-stock-lane.ts';
import { countKeys } from './count-keys.ts';

export interface AuditPlanOptions<TRow extends RowKey> {
  readonly sink: ReadableSink<TRow>;
  /** @default `defaultLanes`: those without personal data */
  readonly lanes?: readonly Lane[];
  /** Rows of each lane that are looked at. @default all */
  readonly sampleSize?: number;
}

/** What the audit of a lane is expected to need. */
export interface LaneAuditPlan {
  readonly lane: string;
  /** Rows of the copy that are to be compared. */
  readonly records: number;
  /** HTTP requests. */
  readonly requests: number;
  readonly costUnits: number;
}

export interface AuditPlan {
  readonly lanes: readonly LaneAuditPlan[];
  /** HTTP requests, the login included. */
  readonly requests: number;
  readonly costUnits: number;
}

/** Estimates what an audit costs, from what the copy holds. Asks Erply nothing. */
export async function planAudit<TRow extends RowKey>(options: AuditPlanOptions<TRow>): Promise<AuditPlan> {
  const lanes: LaneAuditPlan[] = [];
  for (const lane of orderLanes(options.lanes ?? defaultLanes)) lanes.push(await planLane(lane, options));
  const sum = (field: 'requests' | 'costUnits') => lanes.reduce((total, lane) => total + lane[field], 0);
  return {
    lanes,
    requests: sum('requests') + 1,
    costUnits: Math.round((sum('costUnits') + limits.requestCostUnits) * 10) / 10,
  };
}

async function planLane<TRow extends RowKey>(
  lane: Lane,
  { sink, sampleSize }: AuditPlanOptions<TRow>,
): Promise<LaneAuditPlan> {
  const saved = (await readState(sink, lane.name))?.checkpoint ?? neverRun;
  const at = saved.phase === 'idle' ? saved : saved.before;
  const unready = { lane: lane.name, records: 0, requests: 0, costUnits: 0 };
  if (at.watermark === undefined) return unready;
  const copied = await countKeys(sink, lane.name);
  const isSampled = sampleSize !== undefined && (lane.kind === 'stock' || lane.idsPerRead !== undefined);
  const records = isSampled ? Math.min(sampleSize, copied) : copied;
  const cost =
    lane.kind === 'stock'
      ? stockCost({ warehouses: at.warehouses?.length ?? 0, records, isSampled })
      : recordCost(lane, { ...(await sizeOf(lane, sink)), records, isSampled });
  return { lane: lane.name, records, ...cost };
}

/** How many records hold those of the lane, and how many lists these are in, where they are in any. */
async function sizeOf<TRow extends RowKey>(
  { inside, listsOf }: RecordLane,
  sink: ReadableSink<TRow>,
): Promise<Pick<RecordSize, 'holders' | 'lists'>> {
  return {
    ...(inside && { holders: await countKeys(sink, products.name) }),
    ...(listsOf !== undefined && { lists: await countKeys(sink, listsOf) }),
  };
}

interface RecordSize {
  readonly records: number;
  readonly isSampled: boolean;
  readonly holders?: number;
  readonly lists?: number;
}

/** The records, what changed behind the copy, and the log; of a sample, how many there are too. */
function recordCost(lane: RecordLane, { records, isSampled, holders, lists = 0 }: RecordSize) {
  const { pageSize = Number.POSITIVE_INFINITY, idsPerRead = 1, numberedPages, changes, deletions } = lane;
  const followUps = (changes ? 1 : 0) + (deletions.from === 'log' ? 1 : 0);
  if (isSampled) {
    const reads = Math.ceil(records / idsPerRead) + 1 + followUps;
    return { requests: reads, costUnits: unitsOf(reads) };
  }
  const filled = (numberedPages ? numberedPagesOf : pagesOf)(holders ?? records, pageSize);
  // The lists themselves come first, then each of them.
  const pages = lists === 0 ? filled : Math.max(filled, lists) + 1;
  return { requests: bulksOf(pages, bulkOf(pageSize)) + followUps, costUnits: unitsOf(pages + followUps) };
}

interface StockSize {
  readonly warehouses: number;
  readonly records: number;
  readonly isSampled: boolean;
}

/** The list of warehouses, a file for each or some of their amounts, what moved in each, and the log. */
function stockCost({ warehouses, records, isSampled }: StockSize) {
  const followUps = 2 + Math.ceil(warehouses / limits.subRequestsPerBulk);
  if (!isSampled) return { requests: followUps + warehouses, costUnits: unitsOf(2 + warehouses, warehouses) };
  const reads = Math.ceil(records / productsPerRead);
  return { requests: followUps + reads, costUnits: unitsOf(2 + warehouses + reads * warehouses) };
}
