import type { FeedKey } from '../feed-row.ts';
import type { FeedSnapshot } from './feed-snapshot.ts';

/** Rows that have left the feed, for readers who still have them. */
export interface RemovedRows {
  /** Before this sequence nothing is known. */
  startAt(sequence: number): void;
  /** The earliest sequence from which on every removed row is known. */
  knownSince(): number;
  /** Takes what the new snapshot does not hold any more; what has come back into it is forgotten. */
  note(gone: readonly FeedKey[], snapshot: FeedSnapshot): void;
  since(sequence: number): FeedKey[];
}

/** @param most how many are remembered; beyond them the oldest are forgotten, and `knownSince` moves. */
export function createRemovedRows(most: number): RemovedRows {
  const rows = new Map<string, { readonly key: FeedKey; readonly sequence: number }>();
  let earliest = 0;
  return {
    startAt(sequence) {
      earliest = sequence;
    },
    knownSince: () => earliest,
    note(gone, snapshot) {
      for (const [name, { key }] of rows) if (snapshot.find(key)) rows.delete(name);
      for (const key of gone) rows.set(nameOf(key), { key, sequence: snapshot.sequence });
      for (const [name, { sequence }] of rows) {
        if (rows.size <= most) break;
        rows.delete(name);
        earliest = Math.max(earliest, sequence);
      }
    },
    since: (sequence) => [...rows.values()].filter((one) => one.sequence > sequence).map((one) => one.key),
  };
}

function nameOf({ productID, warehouseID, group }: FeedKey): string {
  return `${productID} ${warehouseID ?? ''} ${group ?? ''}`;
}
