import type { IdleCheckpoint } from '../checkpoint.ts';

/** Since when the log is to be asked which products are gone; `undefined` before there is anything to lose. */
export function logStart({ deletedFrom, watermark }: IdleCheckpoint): number | undefined {
  if (deletedFrom === undefined || watermark === undefined) return deletedFrom ?? watermark;
  return Math.min(deletedFrom, watermark);
}
