import { extname, join, resolve } from 'node:path';

import { UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';

import { type FormatName, formatNames } from '../formats/formats.ts';
import type { FeedOutput } from './feed-files.ts';

/** The files of a run. A path that ends like a format is a file, any other is a folder and gets one of each format. */
export function outputsOf(outs: readonly string[], wanted: readonly string[], cwd: string): FeedOutput[] {
  const unknown = wanted.find((name) => !isFormat(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--format ${unknown}: choose ${formatNames.join(' or ')}${didYouMean(unknown, formatNames)}`,
    );
  const chosen = wanted.length > 0 ? wanted.filter(isFormat) : formatNames;
  const outputs = new Map<string, FeedOutput>();
  for (const out of outs) {
    for (const output of outputsIn(resolve(cwd, checked(out)), chosen)) outputs.set(output.path, output);
  }
  return [...outputs.values()];
}

/** An empty one comes from a variable that is not set; it must not mean the folder of the program. */
function checked(out: string): string {
  if (out.trim() !== '') return out;
  throw new UsageError('--out is empty: give a file or a folder');
}

function outputsIn(path: string, chosen: readonly FormatName[]): FeedOutput[] {
  const ending = extname(path).slice(1);
  if (!isFormat(ending)) return chosen.map((format) => ({ path: join(path, `stock.${format}`), format }));
  if (chosen.includes(ending)) return [{ path, format: ending }];
  throw new UsageError(`--out ${path} is a file of another format than --format ${chosen.join(', ')}`);
}

function isFormat(name: string): name is FormatName {
  return (formatNames as string[]).includes(name);
}
