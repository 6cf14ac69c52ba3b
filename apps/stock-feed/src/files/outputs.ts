import { basename, dirname, extname, join, resolve } from 'node:path';

import { UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';

import type { FeedPolicy } from '../feed-policy.ts';
import type { FeedFormat } from '../formats/feed-format.ts';
import { defaultFormats, endingOf, type FormatName, formatNames, formats } from '../formats/formats.ts';
import type { FeedOutput } from './feed-files.ts';

/** The files of a run. A path that ends like a format is a file, any other is a folder and gets one of each format. */
export function outputsOf(outs: readonly string[], wanted: readonly string[], cwd: string): FeedOutput[] {
  const unknown = wanted.find((name) => !isFormat(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--format ${unknown}: choose ${formatNames.join(', ')}${didYouMean(unknown, formatNames)}`,
    );
  const chosen = wanted.length > 0 ? [...new Set(wanted.filter(isFormat))] : undefined;
  const outputs = new Map<string, FeedOutput>();
  for (const out of outs) {
    for (const output of outputsIn(resolve(cwd, checked(out)), chosen)) outputs.set(output.path, output);
  }
  return [...outputs.values()];
}

/** Throws `UsageError` where a format cannot tell what a policy asks for. */
export function refuseUnfit(outputs: readonly FeedOutput[], policy: FeedPolicy): void {
  for (const { format } of outputs) {
    const { refusal } = formats[format] as FeedFormat;
    const reason = refusal?.(policy);
    if (reason !== undefined) throw new UsageError(`--format ${format}: ${reason}`);
  }
}

/** An empty one comes from a variable that is not set; it must not mean the folder of the program. */
function checked(out: string): string {
  if (out.trim() !== '') return out;
  throw new UsageError('--out is empty: give a file or a folder');
}

function outputsIn(path: string, chosen: readonly FormatName[] | undefined): FeedOutput[] {
  const ending = extname(path);
  const ofEnding = formatNames.filter((name) => endingOf(name) === ending);
  if (ofEnding.length === 0) return inFolder(path, chosen ?? defaultFormats);
  const fitting = chosen ? ofEnding.filter((name) => chosen.includes(name)) : ofEnding.slice(0, 1);
  const [format, other] = fitting;
  if (format === undefined)
    throw new UsageError(`--out ${path} is a file of another format than --format ${chosen?.join(', ')}`);
  if (other !== undefined)
    throw new UsageError(`--out ${path} can be ${fitting.join(' or ')}: name one, or give a folder`);
  const manifest = join(dirname(path), `${basename(path, ending)}.manifest.json`);
  return [{ path, format, manifest }];
}

function inFolder(path: string, chosen: readonly FormatName[]): FeedOutput[] {
  const manifest = join(path, 'manifest.json');
  return chosen.map((format) => ({ path: join(path, formats[format].fileName), format, manifest }));
}

function isFormat(name: string): name is FormatName {
  return (formatNames as string[]).includes(name);
}
