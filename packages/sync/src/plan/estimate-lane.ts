import { limits } from '@erply-kit/schemas';

import type { LaneMode, LoadingCheckpoint, PassCheckpoint } from '../checkpoint.ts';
import type { RecordLane } from '../lane.ts';

/** What a lane is expected to need. */
export interface LaneEstimate {
  readonly mode: LaneMode;
  /** Records to read, where that is known before. */
  readonly records?: number;
  /** HTTP requests. */
  readonly requests: number;
  readonly costUnits: number;
}

/** 1,000 products are about 2.2 MB, as are as many customers, and a bulk request is packed up to 8 MB. */
const recordsPerBulk = 3000;
const bulkOf = (pageSize: number) =>
  Math.max(1, Math.min(limits.subRequestsPerBulk, Math.floor(recordsPerBulk / pageSize)));
const logPageSize = 100;

/** Pages that a reader needs which begins each with the last record of the page before. */
export function pagesOf(records: number, pageSize: number): number {
  return records <= pageSize ? 1 : Math.ceil((records - 1) / (pageSize - 1));
}

/** Pages with numbers: only a short one, which may be empty, is known to be the last. */
const numberedPagesOf = (records: number, pageSize: number): number => Math.floor(records / pageSize) + 1;

/** The first page says how many there are, so it goes alone; the others are packed. */
const bulksOf = (pages: number, perBulk: number) => (pages === 0 ? 0 : 1 + Math.ceil((pages - 1) / perBulk));

// Tenths, whose sums are not exact in binary.
const unitsOf = (subRequests: number, requests = 0) =>
  Math.round((subRequests * limits.subRequestCostUnits + requests * limits.requestCostUnits) * 10) / 10;

interface RecordFacts {
  readonly at: Exclude<PassCheckpoint, LoadingCheckpoint>;
  /** Records that a read from its beginning would give. */
  readonly records: number;
  /** Pages of them, where that does not follow from their number. */
  readonly pages?: number;
  readonly logEntries: number;
  /** An earlier run began the pass, so what changed since is read behind it. */
  readonly resumes: boolean;
}

export function estimateRecordLane(
  lane: RecordLane,
  { at, records, pages: counted, logEntries, resumes }: RecordFacts,
): LaneEstimate {
  const { pageSize = Number.POSITIVE_INFINITY, changes, deletions, numberedPages } = lane;
  const hasLog = deletions.from === 'log';
  const isReading = at.phase === 'full' || at.phase === 'changes';
  const left = isReading ? Math.max(0, records - (at.cursor?.offset ?? 0)) : 0;
  const pages = isReading ? (counted ?? (numberedPages ? numberedPagesOf : pagesOf)(left, pageSize)) : 0;
  const catchUps = at.phase === 'full' && changes && Number.isFinite(pageSize) ? 1 : 0;
  const logPages = at.phase === 'closing' || !hasLog ? 0 : pagesOf(logEntries, logPageSize);
  // What changed since, and the log.
  const followUps = resumes ? (hasLog ? 2 : 1) : 0;
  return {
    mode: at.mode,
    records: left,
    requests:
      bulksOf(pages, bulkOf(pageSize)) + bulksOf(logPages, limits.subRequestsPerBulk) + catchUps + followUps,
    costUnits: unitsOf(pages + logPages + catchUps + followUps),
  };
}

interface StockFacts {
  readonly warehouses: number;
  /** Warehouses that a full read has still to load; `undefined` when what changed is all that is due. */
  readonly toLoad?: number;
  /** What changed is read before the full read, too. */
  readonly changesFirst: boolean;
  /** The log is asked before the full read which products are gone, where that does not come with what changed. */
  readonly logFirst?: boolean;
  /** Questions that need not be asked, since the tables have not changed: the list of warehouses, the log of products. */
  readonly saved?: number;
}

export function estimateStockLane(facts: StockFacts): LaneEstimate {
  const { warehouses, toLoad, changesFirst, logFirst = false, saved = 0 } = facts;
  // The list of warehouses, what changed in each, and the products that are gone.
  const changesRead = {
    requests: 2 + Math.ceil(warehouses / limits.subRequestsPerBulk),
    subRequests: 2 + warehouses,
  };
  const reads = toLoad === undefined ? 1 : changesFirst ? 2 : 1;
  const questions = (logFirst ? 1 : 0) - saved;
  const requests = reads * changesRead.requests + questions;
  const subRequests = reads * changesRead.subRequests + questions;
  if (toLoad === undefined) return { mode: 'incremental', requests, costUnits: unitsOf(subRequests) };
  // The list of warehouses, and a file for each.
  return { mode: 'full', requests: requests + 1 + toLoad, costUnits: unitsOf(subRequests + 1, toLoad) };
}
