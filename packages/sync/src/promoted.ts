import type { IdleCheckpoint, PassCheckpoint } from './checkpoint.ts';

/** Where a lane stands after a pass: its candidate is the watermark. */
export function promoted(
  at: PassCheckpoint & { readonly candidate: number },
  fullAt?: number,
): IdleCheckpoint {
  const { before, generation, candidate } = at;
  return { ...before, generation, watermark: candidate, ...(fullAt !== undefined && { fullAt }) };
}
