import type { Clock } from '../clock/clock.ts';
import type { ClockComparison } from '../clock/clock-comparison.ts';
import type { Lane, SyncClient } from '../lane.ts';
import type { ReadableSink, RowKey } from '../readable-sink.ts';

export interface AuditOptions<TRow extends RowKey> {
  readonly client: SyncClient;
  /** The copy. Nothing is written to it. */
  readonly sink: ReadableSink<TRow>;
  readonly clock: Clock;
  /** @default `defaultLanes`: those without personal data */
  readonly lanes?: readonly Lane[];
  /** Looks at so many random rows of a lane, and at no others. @default all are looked at */
  readonly sample?: Sample;
  /** Differing rows of a lane that the report names. @default 20 */
  readonly maxExamples?: number;
  /**
   * Records of a lane that the copy may lack on purpose, at most: dead letters, and whom it has forgotten. A sample, which
   * does not see what is missing, counts with them.
   * @default none
   */
  readonly leftOut?: ReadonlyMap<string, number>;
  /** How far watermarks stay behind the server's clock, in seconds. @default 60 */
  readonly marginSeconds?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: AuditProgress) => void;
}

export interface Sample {
  /** Rows of each lane; lanes whose calls take no IDs are short, and looked at whole. */
  readonly size: number;
  /** A number from 0 up to, and without, 1. */
  random(): number;
}

/** How far an audit has come in a lane. */
export interface AuditProgress {
  readonly lane: string;
  /** Records that were compared. */
  readonly records: number;
  /** Records that there are, as far as is known. */
  readonly total: number;
}

/** What an audit of every lane gets. */
export interface AuditSettings<TRow extends RowKey> extends AuditOptions<TRow> {
  readonly clocks: ClockComparison;
  readonly onProgress: (progress: AuditProgress) => void;
}
