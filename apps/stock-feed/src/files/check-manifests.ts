import type { FeedManifest } from '../feed-manifest.ts';
import { readPreviousManifests } from '../previous-manifest.ts';
import { openAtomicFile } from './atomic-file.ts';
import type { FeedOutput, WrittenFile } from './feed-files.ts';
import type { Wait } from './lock-file.ts';
import { replaceFeed } from './replace-feed.ts';

export interface CheckManifestsOptions {
  readonly outputs: readonly FeedOutput[];
  /** The files that they name. */
  readonly written: readonly WrittenFile[];
  /** Unix seconds by Erply's clock: nothing has changed up to then. */
  readonly serverTime: number;
  readonly now: number;
  readonly wait: Wait;
}

/**
 * Says in the manifests that the files are right as of now. Gives back `false`, and changes nothing, where a manifest
 * is gone or names other files than these: somebody else has been there.
 */
export async function checkManifests(options: CheckManifestsOptions): Promise<boolean> {
  const before = await readPreviousManifests(options.outputs);
  const named = new Set(before.flatMap((one) => one.manifest?.files.map((file) => file.sha256) ?? []));
  if (before.some((one) => !one.manifest) || options.written.some((file) => !named.has(file.sha256)))
    return false;
  const checkedAt = new Date(options.serverTime * 1000).toISOString();
  for (const one of before) {
    const manifest = JSON.parse(one.text ?? '') as FeedManifest;
    await using file = await openAtomicFile(one.path, options.now);
    await file.write(`${JSON.stringify({ ...manifest, checkedAt }, null, 2)}\n`);
    await file.finish();
    await replaceFeed({
      before: [one],
      generatedAt: manifest.generatedAt,
      wait: options.wait,
      replace: () => file.replace(),
    });
  }
  return true;
}
