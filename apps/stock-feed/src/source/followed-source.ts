import type { ErplyClient } from '@erply-kit/client';

import type { StockSource } from './stock-source.ts';

/** A source that keeps in memory what it has read. All reads between two refreshes are of one state. */
export interface FollowedSource extends StockSource {
  /** Reads what has changed: everything the first time, and when the last full read is older than `fullEveryMs`. */
  refresh(): Promise<Refreshed>;
}

export interface Refreshed {
  /** Whether anything was read that differs. */
  readonly changed: boolean;
  /** Whether everything was read. */
  readonly full: boolean;
  /** Unix seconds: what has changed from then on may not have been read. */
  readonly watermark: number;
}

export interface FollowOptions {
  readonly client: ErplyClient;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds after which everything is read again. */
  readonly fullEveryMs: number;
}

/** Follows an account: `serve`, `push` and `watch` read it. */
export function followErply(options: FollowOptions): FollowedSource {
  throw new Error(`to come: ${options.fullEveryMs}`);
}
