import { basename } from 'node:path';

import type { FeedManifest } from '../feed-manifest.ts';
import { type AtomicFile, openAtomicFile } from './atomic-file.ts';
import type { WrittenFile } from './feed-files.ts';

/** The manifests of a run: whole beside those that they are going to replace. */
export interface ManifestFiles extends AsyncDisposable {
  replace(): Promise<void>;
}

/** Writes one file beside the feed's for each name: it comes last, so that its checksums show whether a set belongs together. */
export async function writeManifests(
  summary: Omit<FeedManifest, 'files'>,
  written: readonly WrittenFile[],
  now: number,
): Promise<ManifestFiles> {
  await using opening = new AsyncDisposableStack();
  const manifests: AtomicFile[] = [];
  for (const path of new Set(written.map((file) => file.manifest))) {
    const files = written
      .filter((file) => file.manifest === path)
      .map(({ path: full, manifest: _, ...file }) => ({ name: basename(full), ...file }));
    const manifest = opening.use(await openAtomicFile(path, now));
    await manifest.write(`${JSON.stringify({ ...summary, files } satisfies FeedManifest, null, 2)}\n`);
    await manifest.finish();
    manifests.push(manifest);
  }
  const stack = opening.move();
  return {
    async replace() {
      for (const manifest of manifests) await manifest.replace();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
