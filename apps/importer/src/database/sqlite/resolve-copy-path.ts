import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { UsageError } from '@erply-kit/command-line';

import { DatabaseError, withDatabase } from '../database-error.ts';

interface Copying {
  readonly from: string;
  readonly to: string;
  /** Replaces a file that is there. */
  readonly force: boolean;
}

/** The path to write a copy to, behind links. Refuses what must not be written over. */
export function resolveCopyPath({ from, to, force }: Copying): string {
  return withDatabase(to, () => {
    const found = lstatSync(to, { throwIfNoEntry: false });
    if (found?.isSymbolicLink() && !existsSync(to))
      throw new DatabaseError(to, 'is a link that leads nowhere');
    const folder = dirname(to);
    if (!existsSync(folder)) throw new DatabaseError(to, 'its folder does not exist');
    const target = found ? realpathSync(to) : join(realpathSync(folder), basename(to));
    assertOther(realpathSync(from), target);
    if (!found) return target;
    if (!statSync(target).isFile()) throw new DatabaseError(to, 'is there already, and not a file');
    if (!force) throw new DatabaseError(to, 'is there already; --force replaces it');
    return target;
  });
}

/** The database, and what lies beside it. */
function assertOther(source: string, target: string): void {
  const isBeside = ['-wal', '-shm', '-journal', '-lock'].some((ending) => target === `${source}${ending}`);
  if (isBeside || target === source || isSameFile(source, target))
    throw new UsageError('the copy must not go to the database itself, or to a file that belongs to it');
}

function isSameFile(source: string, target: string): boolean {
  const other = statSync(target, { throwIfNoEntry: false });
  const { dev, ino } = statSync(source);
  return other?.dev === dev && other.ino === ino;
}
