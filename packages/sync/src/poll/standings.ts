import { type Checkpoint, neverRun } from '../checkpoint.ts';
import { defaultLanes } from '../default-lanes.ts';
import type { Lane } from '../lane.ts';
import { orderLanes } from '../order-lanes.ts';
import { readState } from '../read-state.ts';
import { withFullEvery } from '../records/choose-pass.ts';
import type { Sink } from '../sink.ts';

/** A lane and where it stands. */
export interface Standing {
  readonly lane: Lane;
  readonly at: Checkpoint;
}

interface Standings {
  readonly sink: Pick<Sink<never>, 'state'>;
  readonly lanes?: readonly Lane[];
  readonly fullStockEverySeconds?: number;
}

/** The lanes in their order, and where they stand. */
export async function standingsOf({
  sink,
  lanes = defaultLanes,
  fullStockEverySeconds,
}: Standings): Promise<Standing[]> {
  const standings: Standing[] = [];
  for (const lane of orderLanes(lanes)) {
    const at = (await readState(sink, lane.name))?.checkpoint ?? neverRun;
    standings.push({ lane: withFullEvery(lane, fullStockEverySeconds), at });
  }
  return standings;
}
