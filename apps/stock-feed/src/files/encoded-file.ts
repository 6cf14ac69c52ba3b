import type { ManifestFile } from '../feed-manifest.ts';
import type { FeedRow } from '../feed-row.ts';
import type { FeedEncoder } from '../formats/feed-format.ts';
import { type AtomicFile, openAtomicFile } from './atomic-file.ts';

/** A file of rows that comes into being beside the one it replaces. */
export interface EncodedFile extends Pick<AtomicFile, 'path' | 'replace' | typeof Symbol.asyncDispose> {
  /** Adds a row. Waits for the disk now and then. */
  write(row: FeedRow): Promise<void> | undefined;
  /** Brings everything to the disk. */
  finish(): Promise<Omit<ManifestFile, 'name' | 'format'>>;
}

/** Opens a file of rows, with what the format has before and after them. */
export async function openEncodedFile(name: string, encoder: FeedEncoder, now: number): Promise<EncodedFile> {
  await using opening = new AsyncDisposableStack();
  const file = opening.use(await openAtomicFile(name, now));
  await file.write(encoder.start);
  const stack = opening.move();
  let rows = 0;
  let leftOut = 0;
  return {
    path: file.path,
    write(row) {
      const text = encoder.row(row);
      if (text === '') leftOut++;
      else rows++;
      return file.write(text);
    },
    async finish() {
      await file.write(encoder.end);
      return { rows, leftOut, ...(await file.finish()) };
    },
    replace: () => file.replace(),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
