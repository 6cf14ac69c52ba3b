import { defaultLanes } from '../default-lanes.ts';
import { type DeletionLimit, defaultDeletionLimit } from '../deletion-limit.ts';
import { orderLanes } from '../order-lanes.ts';
import type { RowKey } from '../readable-sink.ts';
import { usageSince } from '../usage-since.ts';
import { auditSettingsOf, worstAuditOf } from './audit-lanes.ts';
import type { AuditOptions } from './audit-options.ts';
import { repairLane } from './repair-lane.ts';
import type { LaneRepair, RepairReport } from './repair-report.ts';

export interface RepairOptions<TRow extends RowKey> extends Omit<AuditOptions<TRow>, 'sample'> {
  /**
   * Removes rows however many they are.
   * @default false
   */
  readonly confirmDeletions?: boolean;
  /** @default 20 % and 50 records or more */
  readonly deletionLimit?: DeletionLimit;
}

/**
 * Compares all of a copy with the account, and writes what differs: rows again, and what is gone removed, under the
 * same limit as in a run. Each page is one transaction. Watermarks stay where they are, and so does what only lags
 * behind: the next run brings it. A lane that a run was cut off in is `unready`: run first.
 *
 * @throws ErplyError when Erply cannot be asked, what the sink throws, the signal's reason; what was written stays.
 */
export async function repairLanes<TRow extends RowKey>(options: RepairOptions<TRow>): Promise<RepairReport> {
  const { client, clock, lanes = defaultLanes, confirmDeletions = false } = options;
  const deletionLimit = options.deletionLimit ?? defaultDeletionLimit;
  const settings = { ...auditSettingsOf(options), confirmDeletions, deletionLimit };
  const usage = usageSince(client);
  const startedAt = clock.now();
  const repairs: LaneRepair[] = [];
  for (const lane of orderLanes(lanes)) {
    options.signal?.throwIfAborted();
    repairs.push(await repairLane(lane, settings));
  }
  return {
    outcome: worstAuditOf(repairs),
    lanes: repairs,
    ...usage(),
    seconds: Math.max(0, clock.now() - startedAt) / 1000,
  };
}
