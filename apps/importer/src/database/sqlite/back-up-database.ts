import { closeSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { explainError, withDatabase } from '../database-error.ts';
import { readSqliteFile } from './open-sqlite-file.ts';
import { resolveCopyPath } from './resolve-copy-path.ts';
import { removeCopy, removeUnfinished, unfinishedName } from './unfinished-copies.ts';
import { vacuumInto } from './vacuum-into.ts';

export interface BackupOptions {
  /** Path of the database. */
  readonly from: string;
  /** Path of the copy. */
  readonly to: string;
  /** Replaces a file that is there. */
  readonly force: boolean;
  readonly signal: AbortSignal;
  /** Called several times a second with the bytes that are written. */
  readonly onProgress: (bytes: number) => void;
  /** @default SQLite's own */
  readonly vacuum?: typeof vacuumInto;
}

const progressMs = 200;

/**
 * Copies the database into one file, readable by its owner only, and gives its size in bytes. The file is whole as
 * soon as it has its name. An import that runs meanwhile is not held up; the copy is what was there when it began.
 *
 * @throws DatabaseError, UsageError when the copy would be written over the database.
 */
export async function backUpDatabase(options: BackupOptions): Promise<number> {
  const { from, to, signal, onProgress, vacuum = vacuumInto } = options;
  readSqliteFile(from).close();
  const target = resolveCopyPath(options);
  const unfinished = unfinishedName(target);
  withDatabase(to, () => {
    removeUnfinished(target);
    closeSync(openSync(unfinished, 'wx', 0o600));
  });
  const sizeNow = () => statSync(unfinished, { throwIfNoEntry: false })?.size ?? 0;
  const timer = setInterval(() => onProgress(sizeNow()), progressMs);
  try {
    await vacuum({ from, to: unfinished }, signal);
    return withDatabase(to, () => {
      giveName(unfinished, target);
      return statSync(target).size;
    });
  } catch (error) {
    throw explained(error, options);
  } finally {
    clearInterval(timer);
    removeCopy(unfinished);
  }
}

/** Gives the copy its name, on the disk too: SQLite does not wait for the disk when it makes one. */
function giveName(unfinished: string, target: string): void {
  syncToDisk(unfinished);
  renameSync(unfinished, target);
  // Windows does not open folders.
  if (process.platform !== 'win32') syncToDisk(dirname(target));
}

function syncToDisk(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Result codes of SQLite that are about what is read: locked, damaged, no database. */
const sourceCodes = [5, 11, 26];

function explained(error: unknown, { from, to }: BackupOptions): unknown {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return explainError(error, sourceCodes.includes(code) ? from : to);
}
