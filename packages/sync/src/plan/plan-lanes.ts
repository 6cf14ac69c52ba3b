import { limits } from '@erply-kit/schemas';

import { askInBulk } from '../ask-in-bulk.ts';
import { type Checkpoint, neverRun } from '../checkpoint.ts';
import { defaultLanes } from '../default-lanes.ts';
import { isSameSet } from '../is-same-set.ts';
import type { RecordLane, StockLane } from '../lane.ts';
import { recordsTotalOf } from '../lanes/records-total.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { orderLanes } from '../order-lanes.ts';
import { readState } from '../read-state.ts';
import { choosePass, isAtRest, isFullReadDue, withFullEvery } from '../records/choose-pass.ts';
import type { RunOptions } from '../run-lanes.ts';
import type { Sink } from '../sink.ts';
import { logStart } from '../stock/apply-stock-changes.ts';
import { estimateRecordLane, estimateStockLane, type LaneEstimate } from './estimate-lane.ts';

export interface PlanOptions
  extends Pick<RunOptions, 'client' | 'clock' | 'lanes' | 'full' | 'fullStockEverySeconds' | 'signal'> {
  /** Where the lanes stand. */
  readonly sink: Pick<Sink, 'state'>;
}

export interface LanePlan extends LaneEstimate {
  readonly lane: string;
  /** An earlier run was cut off in the lane. */
  readonly resumes: boolean;
}

/** What a run would need, as far as is known before it. */
export interface RunPlan {
  readonly lanes: readonly LanePlan[];
  /** HTTP requests, the login included. */
  readonly requests: number;
  readonly costUnits: number;
}

/** Estimates what a run would cost, by two cheap questions a lane. Writes nothing. */
export async function planLanes(options: PlanOptions): Promise<RunPlan> {
  const lanes: LanePlan[] = [];
  for (const lane of orderLanes(options.lanes ?? defaultLanes)) {
    const at = (await readState(options.sink, lane.name))?.checkpoint ?? neverRun;
    const estimate =
      lane.kind === 'stock'
        ? await planStockLane(withFullEvery(lane, options.fullStockEverySeconds), at, options)
        : await planRecordLane(lane, at, options);
    lanes.push({ lane: lane.name, resumes: at.phase !== 'idle', ...estimate });
  }
  const sum = (field: 'requests' | 'costUnits') => lanes.reduce((total, lane) => total + lane[field], 0);
  return {
    lanes,
    requests: sum('requests') + 1,
    costUnits: Math.round((sum('costUnits') + limits.requestCostUnits) * 10) / 10,
  };
}

async function planRecordLane(
  lane: RecordLane,
  saved: Checkpoint,
  options: PlanOptions,
): Promise<LaneEstimate> {
  const { client, clock, full = false, signal } = options;
  const moment = { full, now: clock.now() };
  if (isAtRest(lane, saved, moment)) return { mode: 'incremental', records: 0, requests: 0, costUnits: 0 };
  const first = choosePass(lane, saved, moment);
  const at = first ?? saved;
  if (at.phase === 'idle' || at.phase === 'loading')
    throw new TypeError(`${lane.name} is not a lane of records`);
  const changedSince = at.phase === 'changes' ? at.changedSince : undefined;
  const counted = await lane.count(client, omitUndefined({ changedSince, signal }));
  const found = typeof counted === 'number' ? { records: counted } : counted;
  const logEntries = await countLogEntries(lane, at.deletedFrom, options);
  return estimateRecordLane(lane, { at, ...found, logEntries, resumes: first === undefined });
}

/** A first pass has no time yet to ask the log from, and nothing to find there. */
async function countLogEntries(
  { deletions }: RecordLane,
  deletedFrom: number | undefined,
  options: PlanOptions,
) {
  if (deletedFrom === undefined || deletions.from !== 'log') return 0;
  const { table: tableName } = deletions;
  const { client, signal } = options;
  const input = { tableName, addedFrom: deletedFrom, recordsOnPage: 1 };
  const { status } = await askInBulk(client, client.getUserOperationsLog.request(input), signal);
  return recordsTotalOf(status, tableName);
}

async function planStockLane(lane: StockLane, at: Checkpoint, options: PlanOptions): Promise<LaneEstimate> {
  const { client, clock, full = false, signal } = options;
  if (at.phase === 'loading') {
    const warehouses = at.warehouses.length;
    const logFirst = logStart(at.before) !== undefined;
    return estimateStockLane({ warehouses, toLoad: warehouses - at.loaded, changesFirst: false, logFirst });
  }
  if (at.phase !== 'idle') throw new TypeError(`${lane.name} is not a lane of stock`);
  const { ids } = await lane.listWarehouses(client, omitUndefined({ signal }));
  const changesFirst = at.watermark !== undefined && isSameSet(ids, at.warehouses ?? []);
  const isFull = full || !changesFirst || isFullReadDue(lane.fullEverySeconds, at, clock.now());
  return estimateStockLane({
    warehouses: ids.length,
    changesFirst,
    logFirst: !changesFirst && logStart(at) !== undefined,
    ...(isFull && { toLoad: ids.length }),
  });
}
