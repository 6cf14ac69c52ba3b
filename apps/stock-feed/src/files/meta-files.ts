import { basename } from 'node:path';

import { type FeedMeta, metaPathOf } from '../feed-meta.ts';
import { type AtomicFile, openAtomicFile } from './atomic-file.ts';
import type { WrittenFile } from './feed-files.ts';

/** The meta files of a run: whole beside those that they are going to replace. */
export interface MetaFiles extends AsyncDisposable {
  replace(): Promise<void>;
}

/** Writes one file beside the feed's for each name: it comes last, so that its checksums show whether a set belongs together. */
export async function writeMetaFiles(
  summary: Omit<FeedMeta, 'files'>,
  written: readonly WrittenFile[],
  now: number,
): Promise<MetaFiles> {
  await using opening = new AsyncDisposableStack();
  const metas: AtomicFile[] = [];
  for (const path of new Set(written.map((file) => metaPathOf(file.path)))) {
    const files = written
      .filter((file) => metaPathOf(file.path) === path)
      .map(({ path: full, ...file }) => ({ name: basename(full), ...file }));
    const meta = opening.use(await openAtomicFile(path, now));
    await meta.write(`${JSON.stringify({ ...summary, files } satisfies FeedMeta, null, 2)}\n`);
    await meta.finish();
    metas.push(meta);
  }
  const stack = opening.move();
  return {
    async replace() {
      for (const meta of metas) await meta.replace();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
