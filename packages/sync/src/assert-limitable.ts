import { defaultLanes } from './default-lanes.ts';
import type { Lane } from './lane.ts';
import { canBeLimited } from './records/choose-pass.ts';

interface Limited {
  readonly lanes?: readonly Lane[];
  readonly since?: number;
}

/**
 * Refuses to limit a lane of which that would not be true, before anything is asked.
 * @throws RangeError naming the lanes.
 */
export function assertLimitable({ lanes = defaultLanes, since }: Limited): void {
  const others =
    since === undefined ? [] : lanes.filter((lane) => !canBeLimited(lane)).map(({ name }) => name);
  if (others.length === 0) return;
  throw new RangeError(
    `since cannot limit ${others.join(', ')}: only a full read tells what is in them, or what is gone; name other lanes`,
  );
}
