import type { Stats } from 'node:fs';
import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import { UsageError } from '@erply-kit/command-line';

import { fileFailure } from './file-failure.ts';

/** As many as Linux follows. */
const mostLinks = 40;

/** What a run writes to: the file that a path leads to. */
export interface TargetFile {
  /** The end of all symbolic links: replacing this file leaves the links as they are. */
  readonly path: string;
  /** `undefined` when there is no such file yet. */
  readonly existing: Stats | undefined;
}

/**
 * Finds the file that a path leads to, through all symbolic links. Only a regular file can be read to its end and
 * replaced in one step: a folder, a pipe or a device is refused.
 */
export async function findTarget(path: string): Promise<TargetFile> {
  try {
    const existing = await stat(path).catch(unlessMissing);
    if (!existing) return { path: await endOfLinks(path), existing };
    if (existing.isFile()) return { path: await realpath(path), existing };
    throw new UsageError(`${path} is ${kindOf(existing)}, not a file: give another --out`);
  } catch (error) {
    throw fileFailure(error, `write ${path}`);
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  return stats.isFIFO() || stats.isSocket() ? 'a pipe or a socket' : 'a device';
}

/** Where links lead whose last one points to a file that is not there yet. */
async function endOfLinks(path: string): Promise<string> {
  let end = path;
  for (let links = 0; links < mostLinks; links++) {
    const found = await lstat(end).catch(unlessMissing);
    if (!found?.isSymbolicLink()) return end;
    end = resolve(await realpath(dirname(end)), await readlink(end));
  }
  throw new UsageError(`${path}: its links lead in a circle`);
}
