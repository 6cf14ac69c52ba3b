import { createClockComparison } from '../clock/clock-comparison.ts';
import { defaultMarginSeconds } from '../clock/watermark.ts';
import { defaultLanes } from '../default-lanes.ts';
import { orderLanes } from '../order-lanes.ts';
import type { RowKey } from '../readable-sink.ts';
import { usageSince } from '../usage-since.ts';
import { auditLane } from './audit-lane.ts';
import type { AuditOptions, AuditSettings } from './audit-options.ts';
import type { AuditReport, LaneAudit } from './audit-report.ts';

/**
 * Compares a copy with the account, and changes nothing in either. What the account has changed behind the copy's
 * watermark is counted as lag: the next run brings it. All else that differs no run would ever bring.
 *
 * @throws ErplyError when Erply cannot be asked, the signal's reason when it is told to stop.
 */
export async function auditLanes<TRow extends RowKey>(options: AuditOptions<TRow>): Promise<AuditReport> {
  const { client, clock, lanes = defaultLanes, sample } = options;
  const settings = auditSettingsOf(options);
  const usage = usageSince(client);
  const startedAt = clock.now();
  const audits: LaneAudit[] = [];
  for (const lane of orderLanes(lanes)) {
    options.signal?.throwIfAborted();
    audits.push((await auditLane(lane, settings)).audit);
  }
  return {
    mode: sample ? 'sample' : 'full',
    outcome: worstAuditOf(audits),
    lanes: audits,
    ...usage(),
    seconds: Math.max(0, clock.now() - startedAt) / 1000,
  };
}

export function auditSettingsOf<TRow extends RowKey>(options: AuditOptions<TRow>): AuditSettings<TRow> {
  const { clock, marginSeconds = defaultMarginSeconds, onProgress = () => {} } = options;
  return { ...options, clocks: createClockComparison(clock, marginSeconds), onProgress };
}

export function worstAuditOf(audits: readonly LaneAudit[]): LaneAudit['outcome'] {
  const outcomes = audits.map(({ outcome }) => outcome);
  return (
    (['different', 'refused', 'unready'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'equal'
  );
}
