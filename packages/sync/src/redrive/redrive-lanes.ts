import { defaultLanes } from '../default-lanes.ts';
import type { Lane, SyncClient } from '../lane.ts';
import { orderLanes } from '../order-lanes.ts';
import type { DeadLetter, Sink } from '../sink.ts';
import { usageSince } from '../usage-since.ts';
import { redriveLane } from './redrive-lane.ts';

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

/**
 * Reads the records of dead letters again, and writes those that fit now. Watermarks stay where they are.
 *
 * @throws ErplyError when Erply cannot be asked, what the sink throws, the signal's reason; what was written stays.
 */
export async function redriveLanes<TRow>(options: RedriveOptions<TRow>): Promise<LaneRedrive[]> {
  const { client, lanes = defaultLanes, signal } = options;
  const redriven: LaneRedrive[] = [];
  for (const lane of orderLanes(lanes)) {
    signal?.throwIfAborted();
    const letters = await options.deadLetters(lane.name);
    if (letters.length === 0) continue;
    const usage = usageSince(client);
    redriven.push({ ...(await redriveLane(lane, letters, options)), ...usage() });
  }
  return redriven;
}
