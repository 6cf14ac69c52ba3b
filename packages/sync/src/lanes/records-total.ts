import type { Status } from '@erply-kit/schemas';

import { SyncError } from '../sync-error.ts';

/** How many records an answer says there are. The client gives what is not a number as NaN. */
export function recordsTotalOf({ recordsTotal }: Status, lane: string): number {
  if (Number.isSafeInteger(recordsTotal)) return Number(recordsTotal);
  throw new SyncError(
    'unreadable',
    lane,
    'an answer does not say how many records there are, so nobody knows whether all have come',
  );
}

/** Refuses a list without pages that is shorter than its answer says. */
export function assertAllCame(
  status: Status,
  lane: string,
  { came, what }: { came: number; what: string },
): void {
  const announced = recordsTotalOf(status, lane);
  if (came >= announced) return;
  throw new SyncError('incomplete', lane, `only ${came} of ${announced} ${what} came`);
}

/** Refuses an answer that is empty and does not say that nothing is there: what it lacks would never be asked for again. */
export function assertEmptyIsMeant(status: Status, lane: string, came: number): void {
  if (came === 0) recordsTotalOf(status, lane);
}
