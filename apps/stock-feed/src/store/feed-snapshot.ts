import { defaultMarginSeconds } from '@erply-kit/sync';

import type { FeedManifest } from '../feed-manifest.ts';
import type { FeedKey, FeedRow } from '../feed-row.ts';
import { compareKeys, type SnapshotRows } from './snapshot-rows.ts';

/** What is known about a state of the feed beside its rows. */
export interface FeedState {
  /** Erply's clock when the read began, Unix seconds: every figure is at least as new. */
  readonly serverTime: number;
  readonly warehouses: FeedManifest['warehouses'];
}

/** The feed at one moment. It never changes: a slow reader may keep it. */
export interface FeedSnapshot extends FeedState {
  /** Rises with each change, also over a restart: it is at least the server's time in milliseconds. */
  readonly sequence: number;
  /** ISO 8601, by Erply's clock: every figure is at least as new. */
  readonly generatedAt: string;
  /** Unix seconds, by Erply's clock: what has changed from then on may not be in it. */
  readonly watermark: number;
  /** Number of rows. */
  readonly size: number;
  /** Every row, by rising product ID. */
  rows(): Iterable<FeedRow>;
  /** The rows of which the figure or a code has changed after a sequence. */
  rowsSince(sequence: number): Iterable<FeedRow>;
  /** The row of a product in a warehouse or group, where there is one. */
  find(key: FeedKey): FeedRow | undefined;
}

/** Makes a snapshot of rows that nobody adds to any more. */
export function createSnapshot(all: SnapshotRows, state: FeedState, sequence: number): FeedSnapshot {
  return {
    ...state,
    sequence,
    generatedAt: new Date(state.serverTime * 1000).toISOString(),
    watermark: state.serverTime - defaultMarginSeconds,
    size: all.size,
    *rows() {
      for (let at = 0; at < all.size; at++) yield all.rowAt(at);
    },
    *rowsSince(since) {
      for (let at = 0; at < all.size; at++) if (all.changedAt(at) > since) yield all.rowAt(at);
    },
    find(key) {
      const at = positionOf(all, key);
      return at === undefined ? undefined : all.rowAt(at);
    },
  };
}

/** By halves. */
function positionOf(all: SnapshotRows, key: FeedKey): number | undefined {
  let low = 0;
  let high = all.size - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareKeys(all.keyAt(middle), key);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
