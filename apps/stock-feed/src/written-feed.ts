import type { FeedPolicy } from './feed-policy.ts';
import { checkManifests } from './files/check-manifests.ts';
import type { FeedOutput } from './files/feed-files.ts';
import type { Wait } from './files/lock-file.ts';
import { createProgress } from './progress.ts';
import { type FeedResult, runFeed } from './run-feed.ts';
import type { SafetyOptions } from './safety.ts';
import type { FollowedSource } from './source/followed-source.ts';

export interface WrittenFeedOptions {
  readonly source: FollowedSource;
  readonly clientCode: string;
  readonly outputs: readonly FeedOutput[];
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly now: () => number;
  readonly sleep: Wait;
  /** Takes a line for an operator. */
  note(line: string): void;
  readonly signal: AbortSignal;
}

/** The files of a feed that follows the shop. */
export interface WrittenFeed {
  /**
   * Asks Erply what has changed, and replaces the files where anything has. Gives back what was written; `undefined`
   * where nothing differs, and then only the manifests' `checkedAt` is new.
   */
  refresh(): Promise<FeedResult | undefined>;
}

/** Makes one; the first refresh writes in any case. */
export function createWrittenFeed(options: WrittenFeedOptions): WrittenFeed {
  const { source, sleep: wait, now } = options;
  // What is read comes from memory: there is no progress to show.
  const progress = { ...createProgress({ write: () => undefined }), note: options.note };
  let written: FeedResult['files'] | undefined;
  /** What was refused may have been a wrong answer of Erply: only reading everything again tells. */
  let isInDoubt = false;
  return {
    async refresh() {
      const { changed, serverTime } = await source.refresh({ full: isInDoubt });
      const { outputs } = options;
      if (written && !changed && (await checkManifests({ outputs, written, serverTime, now: now(), wait })))
        return undefined;
      written = undefined;
      isInDoubt = true;
      const result = await runFeed({ ...options, progress, wait, keepSame: true });
      isInDoubt = false;
      written = result.files;
      return result.replaced ? result : undefined;
    },
  };
}
