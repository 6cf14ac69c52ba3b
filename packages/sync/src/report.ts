import type { LaneMode } from './checkpoint.ts';
import type { SyncErrorKind } from './sync-error.ts';

/** What one lane did in one run. */
export interface LaneReport {
  readonly lane: string;
  readonly mode: LaneMode;
  /**
   * `refused`: held back to keep the copy safe. `outOfUnits`: the client has used its `maxUnits`. `stopped`: by the
   * signal. Either way the next run goes on.
   */
  readonly outcome: 'completed' | 'refused' | 'outOfUnits' | 'stopped';
  readonly refusal?: { readonly kind: SyncErrorKind; readonly message: string };
  /** The server's clock has gone back against ours. What may have been missed is read again, by this run or the next. */
  readonly clockWentBack: boolean;
  /** An earlier run was cut off in the lane. */
  readonly resumed: boolean;
  readonly records: number;
  readonly deletions: number;
  readonly deadLetters: number;
  /** HTTP requests. */
  readonly requests: number;
  readonly costUnits: number;
  readonly seconds: number;
}

/** What a run did. Lanes that it did not come to are not in it. */
export interface RunReport {
  /** The worst outcome of its lanes. */
  readonly outcome: LaneReport['outcome'];
  readonly lanes: readonly LaneReport[];
  readonly requests: number;
  readonly costUnits: number;
  readonly seconds: number;
}
