import type { FeedKey, FeedRow } from '../feed-row.ts';
import { createSnapshot, type FeedSnapshot, type FeedState } from './feed-snapshot.ts';
import { createRemovedRows } from './removed-rows.ts';
import { SnapshotRows } from './snapshot-rows.ts';

/** What has changed between two states of a feed, each row once with its newest figure. */
export interface FeedChanges {
  /** The sequence that was asked from. */
  readonly from: number;
  /** The sequence that these changes lead to. */
  readonly to: number;
  readonly changed: readonly FeedRow[];
  /** Rows that are not in the feed any more: the product cannot be sold there. */
  readonly removed: readonly FeedKey[];
}

/** The newest state of a feed that was believed, and what has changed since earlier ones. */
export interface FeedStore {
  /** `undefined` before the first read has ended. */
  current(): FeedSnapshot | undefined;
  /** When Erply was last asked with success, by its clock, ISO 8601: the snapshot is right as of then. */
  checkedAt(): string | undefined;
  /**
   * What has changed since a sequence, coalesced by row. `undefined` when nobody can say: the sequence is of another
   * process, or too long ago. Take `current()` whole then.
   */
  changesSince(sequence: number): FeedChanges | undefined;
  /** Calls back after each change, before `accept` comes back. Gives back what ends it. */
  subscribe(listener: () => void): () => void;
}

/** The side of the store that reads fill. */
export interface WritableFeedStore extends FeedStore {
  /** Makes these rows the current state. Gives back whether anything differs; if not, the sequence stays. */
  accept(rows: SnapshotRows, state: FeedState): boolean;
  /** Erply was asked at this time (Unix seconds, by its clock), and nothing differs. */
  check(serverTime: number): void;
}

/** Removed rows that are remembered; a reader that has missed more takes the feed whole. */
const mostRemoved = 100_000;

/** A store in memory, as large as the feed: some 60 bytes a row, and each code once. */
export function createFeedStore(): WritableFeedStore {
  let current: { readonly snapshot: FeedSnapshot; readonly rows: SnapshotRows } | undefined;
  let checkedAt: string | undefined;
  const removed = createRemovedRows(mostRemoved);
  const listeners = new Set<() => void>();
  return {
    current: () => current?.snapshot,
    checkedAt: () => checkedAt,
    accept(rows, state) {
      const last = current?.snapshot.sequence;
      const sequence = Math.max((last ?? 0) + 1, state.serverTime * 1000);
      const { changes, removed: gone } = rows.finish(current?.rows, sequence);
      const snapshot = createSnapshot(rows, state, sequence);
      checkedAt = snapshot.generatedAt;
      if (last !== undefined && changes === 0 && gone.length === 0) return false;
      if (last === undefined) removed.startAt(sequence);
      removed.note(gone, snapshot);
      current = { snapshot, rows };
      for (const listener of [...listeners]) listener();
      return true;
    },
    check(serverTime) {
      checkedAt = new Date(serverTime * 1000).toISOString();
    },
    changesSince(sequence) {
      const snapshot = current?.snapshot;
      if (!snapshot || sequence < removed.knownSince() || sequence > snapshot.sequence) return undefined;
      const changed = [...snapshot.rowsSince(sequence)];
      return { from: sequence, to: snapshot.sequence, changed, removed: removed.since(sequence) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Rows for a new state, to be added one by one. */
export const createRows = (): SnapshotRows => new SnapshotRows();
