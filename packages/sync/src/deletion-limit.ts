import { SyncError } from './sync-error.ts';

/** When a removal is too big to be believed: both must be so. */
export interface DeletionLimit {
  /** More than this share of what is alive, 0 to 1. */
  readonly share: number;
  /** This many or more. */
  readonly atLeast: number;
}

export const defaultDeletionLimit: DeletionLimit = { share: 0.2, atLeast: 50 };

export function isTooMany(removals: number, alive: number, limit: DeletionLimit): boolean {
  return removals >= limit.atLeast && removals > alive * limit.share;
}

interface Removals {
  readonly removals: number;
  readonly alive: number;
  readonly limit: DeletionLimit;
}

/** Refuses to remove too much at once. */
export function assertNotTooMany(lane: string, { removals, alive, limit }: Removals): void {
  if (!isTooMany(removals, alive, limit)) return;
  throw new SyncError(
    'tooManyDeletions',
    lane,
    `${removals} of ${alive} records would be removed at once, so nothing was removed`,
  );
}
