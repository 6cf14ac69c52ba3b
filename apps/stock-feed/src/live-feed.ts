import type { FeedPolicy } from './feed-policy.ts';
import type { Progress } from './progress.ts';
import type { SafetyOptions } from './safety.ts';
import type { FollowedSource } from './source/followed-source.ts';
import type { FeedStore } from './store/feed-store.ts';

/** A feed that follows the shop in memory: `serve` and `push` read its store. */
export interface LiveFeed {
  readonly store: FeedStore;
  /**
   * Asks Erply what has changed, all of it the first time, and brings the store up to date. Gives back whether anything
   * differs. Throws when Erply cannot be asked, and `FeedError` when the new state is in doubt: the store keeps what it
   * had.
   */
  refresh(): Promise<boolean>;
}

export interface LiveFeedOptions {
  readonly source: FollowedSource;
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly progress: Progress;
}

/** Makes a feed in memory; it is empty before the first `refresh`. */
export function createLiveFeed(options: LiveFeedOptions): LiveFeed {
  throw new Error(`to come: ${options.policy.rows}`);
}
