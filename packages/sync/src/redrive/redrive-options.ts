import type { Lane, SyncClient } from '../lane.ts';
import type { DeadLetter, Sink } from '../sink.ts';

export interface RedriveOptions<TRow> {
  readonly client: SyncClient;
  readonly sink: Sink<TRow>;
  /** @default `defaultLanes`: those without personal data */
  readonly lanes?: readonly Lane[];
  /** The dead letters of a lane. */
  deadLetters(lane: string): Promise<readonly DeadLetter[]>;
  readonly signal?: AbortSignal;
}

/** What became of the dead letters of one lane. */
export interface LaneRedrive {
  readonly lane: string;
  /** Their records fit now, and are written. */
  readonly written: number;
  /** They are as they were: their records still do not fit. */
  readonly left: number;
  /** Their records are gone from the account, and from the copy. */
  readonly gone: number;
  /** They have no ID to ask for: reading the lane in full takes them away, where they fit now. */
  readonly withoutID: number;
  readonly requests: number;
  readonly costUnits: number;
}
