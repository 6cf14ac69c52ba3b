import { basename, dirname, join } from 'node:path';

import { FeedError } from '../feed-error.ts';
import { type PreviousManifest, readPreviousManifest } from '../previous-manifest.ts';
import { lockFile, type Wait } from './lock-file.ts';
import { findTarget } from './target-file.ts';

export interface ReplaceFeedOptions {
  /** The manifests as they were when the run began. */
  readonly before: readonly PreviousManifest[];
  /** Server time of the run's first answer, ISO 8601. */
  readonly generatedAt: string;
  readonly wait: Wait;
  /** Puts all files where readers look for them. */
  replace(): Promise<void>;
}

/** Replaces the files of a feed, unless a run that began later has done so meanwhile. Of two processes one waits. */
export async function replaceFeed(options: ReplaceFeedOptions): Promise<void> {
  await using locks = new AsyncDisposableStack();
  // Always in the same order: two runs never wait for each other.
  const targets = await Promise.all(options.before.map(async ({ path }) => (await findTarget(path)).path));
  for (const path of new Set(targets.sort()))
    locks.use(await lockFile(join(dirname(path), `.${basename(path)}.lock`), options.wait));
  for (const before of options.before) await refuseWhenOvertaken(before, options.generatedAt);
  await options.replace();
}

/**
 * Only a feed that has changed since this run began is compared by its time: where nobody else has written, a server
 * clock that was set back does not matter.
 */
async function refuseWhenOvertaken(before: PreviousManifest, generatedAt: string): Promise<void> {
  const now = await readPreviousManifest(before.path);
  if (!now.manifest || now.text === before.text) return;
  if (Date.parse(now.manifest.generatedAt) < Date.parse(generatedAt)) return;
  throw new FeedError(
    `nothing replaced: meanwhile another run has written ${before.path}, as of ${now.manifest.generatedAt}; ` +
      `this one, as of ${generatedAt}, would put older figures over newer ones`,
  );
}
