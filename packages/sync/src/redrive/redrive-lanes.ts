import { defaultLanes } from '../default-lanes.ts';
import { orderLanes } from '../order-lanes.ts';
import { usageSince } from '../usage-since.ts';
import { redriveLane } from './redrive-lane.ts';
import type { LaneRedrive, RedriveOptions } from './redrive-options.ts';

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
