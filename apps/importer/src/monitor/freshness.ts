import { allLanes } from '../lane-arguments.ts';
import type { LaneStatus } from '../read-status.ts';
import { allowedAgeMs } from './allowed-age.ts';

/** How far a lane is behind. */
export interface LaneFreshness {
  readonly lane: string;
  /** `never`: its first pass is not whole yet. `refused`: held back for safety, however fresh. */
  readonly state: 'fresh' | 'late' | 'refused' | 'never';
  /** Seconds since its watermark, by this machine's clock; absent of one that has none. */
  readonly lagSeconds?: number;
}

interface Judging {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly maxAgeMs: number;
}

type Known = Pick<LaneStatus, 'lane' | 'watermark' | 'refusal'>;

/** Says how far lanes are behind. A watermark ahead of this machine's clock is not behind. */
export function judgeFreshness(lanes: readonly Known[], { now, maxAgeMs }: Judging): LaneFreshness[] {
  return lanes.map(({ lane, watermark, refusal }) => {
    if (watermark === undefined) return { lane, state: refusal ? 'refused' : 'never' };
    const lagSeconds = Math.max(0, Math.round(now / 1000 - watermark));
    const known = allLanes.find(({ name }) => name === lane);
    const isLate = lagSeconds * 1000 > allowedAgeMs(known, maxAgeMs);
    return { lane, lagSeconds, state: refusal ? 'refused' : isLate ? 'late' : 'fresh' };
  });
}

/** Whether nothing is amiss: there are lanes, and all of them are fresh. */
export const isAllFresh = (lanes: readonly LaneFreshness[]): boolean =>
  lanes.length > 0 && lanes.every(({ state }) => state === 'fresh');
