import { limits } from '@erply-kit/schemas';

import { askInBulk } from '../ask-in-bulk.ts';
import { assertLimitable } from '../assert-limitable.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { createClockComparison } from '../clock/clock-comparison.ts';
import { defaultMarginSeconds } from '../clock/watermark.ts';
import { isSameSet } from '../is-same-set.ts';
import type { RecordLane, StockLane } from '../lane.ts';
import { recordsTotalOf } from '../lanes/records-total.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { askChangedTables, type ChangedTables } from '../poll/changed-tables.ts';
import { standingsOf } from '../poll/standings.ts';
import { questionsOf } from '../poll/table-questions.ts';
import { choosePass, isFullReadDue, type Moment } from '../records/choose-pass.ts';
import { readingOf } from '../records/rest-unchanged.ts';
import type { RunOptions } from '../run-lanes.ts';
import type { Sink } from '../sink.ts';
import { knownOfStock } from '../stock/known-of-stock.ts';
import { logStart } from '../stock/log-start.ts';
import { estimateRecordLane, estimateStockLane, type LaneEstimate } from './estimate-lane.ts';
import type { LanePlan, RunPlan } from './run-plan.ts';

export interface PlanOptions
  extends Pick<
    RunOptions,
    'client' | 'clock' | 'lanes' | 'full' | 'since' | 'fullStockEverySeconds' | 'signal'
  > {
  /** Where the lanes stand. */
  readonly sink: Pick<Sink, 'state'>;
}

/** Estimates what a run would cost, by two cheap questions for each lane of which something has to be read. Writes nothing. */
export async function planLanes(options: PlanOptions): Promise<RunPlan> {
  const { client, clock, full = false, signal, since } = options;
  assertLimitable(options);
  const standings = await standingsOf(options);
  const moment = { full, now: clock.now(), ...omitUndefined({ since }) };
  const clocks = createClockComparison(clock, defaultMarginSeconds);
  const questions = questionsOf(standings, moment);
  const asking = { client, clock, clocks, ...omitUndefined({ signal }) };
  const planning = { ...options, moment, changed: await askChangedTables(asking, questions) };
  const lanes: LanePlan[] = [];
  for (const { lane, at } of standings) {
    const estimate =
      lane.kind === 'stock'
        ? await planStockLane(lane, at, planning)
        : await planRecordLane(lane, at, planning);
    lanes.push({ lane: lane.name, resumes: at.phase !== 'idle', ...estimate });
  }
  const sum = (field: 'requests' | 'costUnits') => lanes.reduce((total, lane) => total + lane[field], 0);
  const asksTables = questions.size > 0;
  const [questionRequests, questionUnits] = asksTables ? [1, limits.subRequestCostUnits] : [0, 0];
  return {
    lanes,
    asksTables,
    requests: sum('requests') + 1 + questionRequests,
    costUnits: Math.round((sum('costUnits') + limits.requestCostUnits + questionUnits) * 10) / 10,
  };
}

interface Planning extends PlanOptions {
  readonly moment: Moment;
  /** What is known of tables. */
  readonly changed: ChangedTables;
}

async function planRecordLane(lane: RecordLane, saved: Checkpoint, options: Planning): Promise<LaneEstimate> {
  const { client, changed, moment, signal } = options;
  const reading = readingOf(lane, saved, { changed, moment });
  if (reading === 'nothing') return { mode: 'incremental', records: 0, requests: 0, costUnits: 0 };
  const first = choosePass(lane, saved, { ...moment, full: reading === 'everything' });
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

async function planStockLane(lane: StockLane, at: Checkpoint, options: Planning): Promise<LaneEstimate> {
  const { client, changed, moment, signal } = options;
  if (at.phase === 'loading') {
    const warehouses = at.warehouses.length;
    const logFirst = logStart(at.before) !== undefined;
    return estimateStockLane({ warehouses, toLoad: warehouses - at.loaded, changesFirst: false, logFirst });
  }
  if (at.phase !== 'idle') throw new TypeError(`${lane.name} is not a lane of stock`);
  const known = knownOfStock(at, changed);
  const ids = known.warehouses ?? (await lane.listWarehouses(client, omitUndefined({ signal }))).ids;
  const changesFirst = at.watermark !== undefined && isSameSet(ids, at.warehouses ?? []);
  const isFull = moment.full || !changesFirst || isFullReadDue(lane.fullEverySeconds, at, moment.now);
  return estimateStockLane({
    warehouses: ids.length,
    changesFirst,
    saved: changesFirst ? (known.warehouses ? 1 : 0) + (known.isLogEmpty ? 1 : 0) : 0,
    logFirst: !changesFirst && logStart(at) !== undefined,
    ...(isFull && { toLoad: ids.length }),
  });
}
