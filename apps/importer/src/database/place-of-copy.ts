import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { UsageError } from '@erply-kit/command-line';

import { DatabaseError, withDatabase } from './database-error.ts';

interface Copying {
  readonly from: string;
  readonly to: string;
  /** Replaces a file that is there. */
  readonly force: boolean;
}

/** The path to write a copy to, behind links. Refuses what must not be written over. */
export function placeOfCopy({ from, to, force }: Copying): string {
  return withDatabase(to, () => {
    const found = lstatSync(to, { throwIfNoEntry: false });
    if (found?.isSymbolicLink() && !existsSync(to))
      throw new DatabaseError(to, 'is a link that leads nowhere');
    const folder = dirname(to);
    if (!existsSync(folder)) throw new DatabaseError(to, 'its folder does not exist');
    const place = found ? realpathSync(to) : join(realpathSync(folder), basename(to));
    assertOther(realpathSync(from), place);
    if (!found) return place;
    if (!statSync(place).isFile()) throw new DatabaseError(to, 'is there already, and no file');
    if (!force) throw new DatabaseError(to, 'is there already; --force replaces it');
    return place;
  });
}

/** The database, and what lies beside it. */
function assertOther(source: string, place: string): void {
  const isBeside = ['-wal', '-shm', '-journal', '-lock'].some((ending) => place === `${source}${ending}`);
  if (isBeside || place === source || isSameFile(source, place))
    throw new UsageError('the copy must not go to the database itself, or to a file that belongs to it');
}

function isSameFile(source: string, place: string): boolean {
  const other = statSync(place, { throwIfNoEntry: false });
  const { dev, ino } = statSync(source);
  return other?.dev === dev && other.ino === ino;
}
