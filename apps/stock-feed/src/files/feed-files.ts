import { UsageError } from '@erply-kit/command-line';

import type { ManifestFile } from '../feed-manifest.ts';
import type { FeedColumns, FeedRow } from '../feed-row.ts';
import { type FormatName, formats } from '../formats/formats.ts';
import { type EncodedFile, openEncodedFile } from './encoded-file.ts';

/** A file that the feed is written to. */
export interface FeedOutput {
  readonly path: string;
  readonly format: FormatName;
  /** Where its manifest is; files that share one belong together. */
  readonly manifest: string;
}

/** A file of a finished feed. */
export interface WrittenFile extends FeedOutput, Omit<ManifestFile, 'name'> {}

/** All files of one run: the same rows in each, and none in its place before all are whole. */
export interface FeedFiles extends AsyncDisposable {
  /** Adds a row. Waits for the disk now and then. */
  write(row: FeedRow): Promise<void> | undefined;
  finish(): Promise<WrittenFile[]>;
  replace(): Promise<void>;
}

/** Opens every file of a run beside the one it is going to replace. */
export async function openFeedFiles(
  outputs: readonly FeedOutput[],
  columns: FeedColumns,
  now: number,
): Promise<FeedFiles> {
  await using opening = new AsyncDisposableStack();
  const open: { readonly output: FeedOutput; readonly file: EncodedFile }[] = [];
  for (const output of outputs) {
    const encoder = formats[output.format].encoder(columns);
    const file = opening.use(await openEncodedFile(output.path, encoder, now));
    const same = open.find((other) => other.file.path === file.path);
    if (same)
      throw new UsageError(`--out ${same.output.path} and --out ${output.path} lead to the same file`);
    open.push({ output, file });
  }
  const files = opening.move();
  return {
    write(row) {
      let waiting: Promise<void> | undefined;
      for (const { file } of open) {
        const writing = file.write(row);
        if (writing) waiting = waiting ? bothOf(waiting, writing) : writing;
      }
      return waiting;
    },
    async finish() {
      const written: WrittenFile[] = [];
      for (const { output, file } of open) written.push({ ...output, ...(await file.finish()) });
      return written;
    },
    async replace() {
      for (const { file } of open) await file.replace();
    },
    [Symbol.asyncDispose]: () => files.disposeAsync(),
  };
}

async function bothOf(one: Promise<void>, other: Promise<void>): Promise<void> {
  await Promise.all([one, other]);
}
