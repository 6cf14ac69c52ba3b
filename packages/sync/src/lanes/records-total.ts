import type { Status } from '@erply-kit/schemas';

import { SyncError } from '../sync-error.ts';

/** How many records an answer says there are. The client gives what is not a number as NaN. */
export function recordsTotalOf({ recordsTotal }: Status, lane: string): number {
  if (Number.isSafeInteger(recordsTotal)) return Number(recordsTotal);
  throw new SyncError('unreadable', lane, 'an answer does not say how many records there are');
}

/** Refuses a list without pages that is shorter than its answer says. */
export function assertAllCame(
  status: Status,
  lane: string,
  { came, what }: { came: number; what: string },
): void {
  const { recordsTotal = came } = status;
  if (came >= recordsTotal) return;
  const announced = Number.isFinite(recordsTotal) ? recordsTotal : 'an unknown number of';
  throw new SyncError('incomplete', lane, `only ${came} of ${announced} ${what} came`);
}
