import type { Lane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { readState } from '../read-state.ts';
import type { RowKey } from '../readable-sink.ts';
import { SyncError } from '../sync-error.ts';
import { usageSince } from '../usage-since.ts';
import type { AuditFindings, AuditJob } from './audit-job.ts';
import type { AuditSettings } from './audit-options.ts';
import { auditRecordLane } from './audit-record-lane.ts';
import type { LaneAudit } from './audit-report.ts';
import { auditStockLane } from './audit-stock-lane.ts';
import { countKeys } from './count-keys.ts';
import { LaneInspection } from './lane-inspection.ts';
import { detectableShareOf } from './sample-keys.ts';

/** The report of a lane, and what it was made of. */
export interface AuditedLane<TRow extends RowKey> {
  readonly audit: LaneAudit;
  readonly inspection: LaneInspection<TRow>;
}

/** Compares one lane of a copy with the account. */
export async function auditLane<TRow extends RowKey>(
  lane: Lane,
  settings: AuditSettings<TRow>,
): Promise<AuditedLane<TRow>> {
  const { client, clock, sink, maxExamples = 20 } = settings;
  const startedAt = clock.now();
  const usage = usageSince(client);
  const inspection = new LaneInspection(sink, lane.name);
  const copied = await countKeys(sink, lane.name);
  const verdict = await verdictOf(lane, { settings, inspection, copied });
  const audit: LaneAudit = {
    lane: lane.name,
    ...inspection.differences.summary(maxExamples),
    looked: inspection.looked,
    unreadable: inspection.unreadable,
    copied,
    ...verdict,
    ...usage(),
    seconds: Math.max(0, clock.now() - startedAt) / 1000,
  };
  return { audit, inspection };
}

type Verdict = Pick<LaneAudit, 'outcome' | 'refusal' | 'announced' | 'surplus' | 'lag' | 'detectableShare'>;

async function verdictOf<TRow extends RowKey>(
  lane: Lane,
  begun: Omit<AuditJob<TRow>, 'at' | 'watermark'>,
): Promise<Verdict> {
  const checkpoint = (await readState(begun.settings.sink, lane.name))?.checkpoint;
  const at = checkpoint?.phase === 'idle' ? checkpoint : checkpoint?.before;
  if (at?.watermark === undefined) return { outcome: 'unready', lag: 0 };
  const watermark = { seconds: at.watermark, ...omitUndefined({ askedAt: at.watermarkAt }) };
  const job = { ...begun, at, watermark };
  try {
    const findings = await (lane.kind === 'stock' ? auditStockLane(lane, job) : auditRecordLane(lane, job));
    return judge(lane.name, job, findings);
  } catch (error) {
    if (!(error instanceof SyncError) || begun.settings.signal?.aborted) throw error;
    const { kind, message } = error;
    return { outcome: 'refused', refusal: { kind, message }, lag: 0 };
  }
}

function judge<TRow extends RowKey>(
  lane: string,
  { settings, inspection, copied }: AuditJob<TRow>,
  { announced, drawn, changed, lag }: AuditFindings,
): Verdict {
  const isSample = drawn !== undefined;
  const leftOut = settings.leftOut?.get(lane) ?? 0;
  const surplus =
    isSample && announced !== undefined ? surplusOf(copied - announced, { changed, leftOut }) : 0;
  return {
    outcome: inspection.differences.size > 0 || surplus !== 0 ? 'different' : 'equal',
    lag,
    ...omitUndefined({ announced }),
    ...(surplus !== 0 && { surplus }),
    ...(isSample && { detectableShare: detectableShareOf(drawn, copied) }),
  };
}

/** By how much a number of records is off that cannot be told otherwise. */
function surplusOf(surplus: number, known: { readonly changed: number; readonly leftOut: number }): number {
  if (surplus > 0) return Math.max(0, surplus - known.changed);
  return Math.min(0, surplus + known.changed + known.leftOut);
}
