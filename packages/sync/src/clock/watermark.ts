import type { Status } from '@erply-kit/schemas';

/**
 * Seconds between a record's own time stamp and the moment when other requests can see it, at most: a save that
 * Erply stamps when it begins and commits later, and servers whose clocks differ. Reading these seconds twice costs
 * nothing but a few records; not reading them loses a change for good.
 */
export const defaultMarginSeconds = 60;

interface Asked {
  readonly marginSeconds: number;
  /** What the answer took as we saw it, for one that does not say it itself. */
  readonly tookSeconds: number;
}

/**
 * The watermark that an answer allows: every change before it was visible to the request. `requestUnixTime` is the
 * server's time at the end of a request, so what the request took is taken off, and the margin.
 */
export function watermarkOf(
  { requestUnixTime, generationTime }: Pick<Status, 'requestUnixTime' | 'generationTime'>,
  { marginSeconds, tookSeconds }: Asked,
): number {
  // A field that does not fit its definition is left as it was sent, so it may be anything.
  const took = Number.isFinite(generationTime) ? Math.max(0, Number(generationTime)) : tookSeconds;
  return Math.max(0, Math.floor(requestUnixTime - took) - marginSeconds);
}
