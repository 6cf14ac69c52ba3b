import type { IdleCheckpoint } from '../checkpoint.ts';
import type { ServerTime } from '../clock/clock-comparison.ts';
import type { RowKey } from '../readable-sink.ts';
import { SyncError } from '../sync-error.ts';
import type { AuditSettings } from './audit-options.ts';
import type { LaneInspection } from './lane-inspection.ts';

/** The audit of one lane. */
export interface AuditJob<TRow extends RowKey> {
  readonly settings: AuditSettings<TRow>;
  readonly inspection: LaneInspection<TRow>;
  /** Where the copy stands. */
  readonly at: IdleCheckpoint;
  /** Changes up to here are in the copy. */
  readonly watermark: ServerTime;
  /** Rows of the copy that are there. */
  readonly copied: number;
}

/** What an audit has found beside differences. */
export interface AuditFindings {
  /** Records that the account says it has, where it says so. */
  readonly announced?: number;
  /** Rows that differ since the account has changed behind the copy. */
  readonly lag: number;
  /** How many records the account has changed, added or deleted behind the copy. */
  readonly changed: number;
  /** Rows that were drawn at random; absent where all were looked at. */
  readonly drawn?: number;
}

/**
 * The second of the server from which on the account has changed behind the copy.
 * @throws SyncError when the server's clock has gone back, so that nobody can tell.
 */
export function lagStart<TRow extends RowKey>(lane: string, { settings, watermark }: AuditJob<TRow>): number {
  const confirmed = settings.clocks.confirm(watermark);
  if (confirmed) return confirmed.seconds;
  throw new SyncError(
    'unreadable',
    lane,
    "Erply's clock has gone back, so nobody can tell what changed since the last run",
  );
}
