import type { Status } from '@erply-kit/schemas';

/**
 * Seconds between a record's own time stamp and the moment when other requests can see it, at most: a save that
 * Erply stamps when it begins and commits later, and servers whose clocks differ. Reading these seconds twice costs
 * nothing but a few records; not reading them loses a change for good.
 */
export const defaultMarginSeconds = 60;

/**
 * The watermark that an answer allows: every change before it was visible to the request. `requestUnixTime` is the
 * server's time at the end of a request, so what the request took is taken off, and the margin.
 */
export function watermarkOf(
  status: Pick<Status, 'requestUnixTime' | 'generationTime'>,
  marginSeconds: number,
): number {
  return Math.floor(status.requestUnixTime - (status.generationTime ?? 0)) - marginSeconds;
}
