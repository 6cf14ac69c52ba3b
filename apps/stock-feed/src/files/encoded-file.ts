import type { FeedRow } from '../feed-row.ts';
import type { FeedEncoder } from '../formats/feed-format.ts';
import { type AtomicFile, openAtomicFile } from './atomic-file.ts';

/** A file of rows that comes into being beside the one it replaces. */
export interface EncodedFile
  extends Pick<AtomicFile, 'path' | 'finish' | 'replace' | typeof Symbol.asyncDispose> {
  /** Adds a row. Waits for the disk now and then. */
  write(row: FeedRow): Promise<void> | undefined;
}

/** Opens a file of rows, with what the format has before and after them. */
export async function openEncodedFile(name: string, encoder: FeedEncoder, now: number): Promise<EncodedFile> {
  await using opening = new AsyncDisposableStack();
  const file = opening.use(await openAtomicFile(name, now));
  await file.write(encoder.start);
  const stack = opening.move();
  return {
    path: file.path,
    write: (row) => file.write(encoder.row(row)),
    async finish() {
      await file.write(encoder.end);
      return await file.finish();
    },
    replace: () => file.replace(),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
