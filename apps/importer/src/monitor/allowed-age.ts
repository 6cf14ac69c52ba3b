import type { Lane } from '@erply-kit/sync';

const dayMs = 86_400_000;

/**
 * `watch` asks about the lanes that getChangedDataSince does not know by turns, two at a time: with all lanes there are, each
 * comes up in one poll of four.
 */
const pollsOfATurn = 4;

/**
 * How old a lane may be where the copy may be so old: some lanes are by their nature asked less often than the others. One
 * that can only be read in full is, once a day.
 */
export function allowedAgeMs(lane: Lane | undefined, maxAgeMs: number): number {
  if (lane === undefined || lane.kind === 'stock' || lane.changedTable !== undefined) return maxAgeMs;
  if (lane.changes) return maxAgeMs * pollsOfATurn;
  const { everySeconds } = lane.deletions;
  return maxAgeMs + (everySeconds === undefined ? dayMs : everySeconds * 1000);
}
