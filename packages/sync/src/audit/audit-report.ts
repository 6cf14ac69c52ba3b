import type { DifferenceSummary } from '../compare/row-differences.ts';
import type { SyncErrorKind } from '../sync-error.ts';

/** How a lane of the copy compares with the account. */
export interface LaneAudit extends DifferenceSummary {
  readonly lane: string;
  /**
   * `unready`: the copy has no whole pass of the lane to compare with. `refused`: an answer cannot be believed, so the
   * lane is neither equal nor different.
   */
  readonly outcome: 'equal' | 'different' | 'unready' | 'refused';
  readonly refusal?: { readonly kind: SyncErrorKind; readonly message: string };
  /** Rows that were compared. */
  readonly looked: number;
  /** Rows of the copy that are there; of stock, amounts that are not 0. */
  readonly copied: number;
  /** Records that the account says it has. Absent where nothing says so. */
  readonly announced?: number;
  /**
   * Of a sample: by so many the number of records is off, beyond what lag and records that are left out explain.
   * Negative where the copy has too few.
   */
  readonly surplus?: number;
  /** Rows that differ since the account has changed behind the copy: the next run brings that. */
  readonly lag: number;
  /** Records that the copy cannot hold: they are not compared. */
  readonly unreadable: number;
  /**
   * Where not all rows were looked at: were this share of them or more wrong, from 0 to 1, one would have been found
   * 19 times of 20.
   */
  readonly detectableShare?: number;
  /** HTTP requests. */
  readonly requests: number;
  readonly costUnits: number;
  readonly seconds: number;
}

export interface AuditReport {
  readonly mode: 'full' | 'sample';
  /** `different` as soon as one of its lanes is; else the worst of them. */
  readonly outcome: LaneAudit['outcome'];
  readonly lanes: readonly LaneAudit[];
  readonly requests: number;
  readonly costUnits: number;
  readonly seconds: number;
}
