import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { hasEnded, ownProcess } from '@erply-kit/command-line';

import { FeedError } from '../feed-error.ts';
import { fileFailure } from './file-failure.ts';

/** Waits so many milliseconds; throws when the run is interrupted. */
export type Wait = (milliseconds: number) => Promise<unknown>;

const pauseMs = 50;
/**
 * Files are renamed while it is held, which takes milliseconds: whoever made a lock that stays so long was killed, if
 * nobody here can say whether its process is still there.
 */
const abandonedAfterMs = 10_000;
const longestWaitMs = 60_000;
/** More processes than that are not killed while they remove one lock. */
const mostMarks = 100;

/**
 * Makes a lock file that says whose it is, waiting while another process has one there. Disposing of it removes it. It
 * is not a lock of the operating system, because feeds lie on network shares too, many of which have none.
 *
 * The lock of a process that has ended is removed at once, that of a process which is still there never. Of one that
 * nobody here knows, its age decides: what this process sees of it, not the difference of two clocks, since the disk
 * may be that of another machine.
 */
export async function lockFile(path: string, wait: Wait): Promise<AsyncDisposable> {
  const token = `${ownProcess()}.${randomBytes(4).toString('hex')}`;
  let seen: SeenLock | undefined;
  let seenForMs = 0;
  for (let waitedMs = 0; waitedMs <= longestWaitMs; waitedMs += pauseMs) {
    if (await makeNew(path, token)) {
      await removeMarks(path);
      return { [Symbol.asyncDispose]: () => removeOwn(path, token) };
    }
    const now = await look(path);
    seenForMs = isSame(now, seen) ? seenForMs + pauseMs : 0;
    seen = now;
    const isOld = seenForMs >= abandonedAfterMs;
    if (seen === undefined || !(await isLeft(path, isOld)) || !(await removeLeft(path, seen, isOld)))
      await wait(pauseMs);
  }
  throw new FeedError(
    `nothing replaced: ${path} says that another run is replacing this feed; delete it if there is none`,
  );
}

/** Whether the file was not there and is now, with this text. */
async function makeNew(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(text).finally(() => file.close());
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fileFailure(error, `write ${path}`);
  }
}

/**
 * Distinguishes one file from the next of the same name; `undefined` when there is none. Its text counts too: a disk may
 * give the next one the same number, at the same tick of its clock.
 */
export async function identityOf(path: string): Promise<string | undefined> {
  try {
    const { ino, mtimeNs } = await stat(path, { bigint: true });
    const text = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return `${ino}-${mtimeNs}-${text.slice(0, 16)}`;
  } catch {
    return undefined;
  }
}

/** The mark of who removes a lock that has been left. */
export const markOf = (path: string, lock: string, number: number) => `${path}.${lock}.${number}.tmp`;

/** A lock as one look at it shows it. */
interface SeenLock {
  /** Its identity. */
  readonly lock: string;
  /** The identities of its marks, in their order. */
  readonly marks: readonly string[];
}

async function look(path: string): Promise<SeenLock | undefined> {
  const lock = await identityOf(path);
  if (lock === undefined) return undefined;
  const marks: string[] = [];
  while (marks.length < mostMarks) {
    const mark = await identityOf(markOf(path, lock, marks.length));
    if (mark === undefined) break;
    marks.push(mark);
  }
  return { lock, marks };
}

/** Whether nobody has done anything to the lock between two looks. */
const isSame = (one: SeenLock | undefined, other: SeenLock | undefined) =>
  one?.lock === other?.lock && one?.marks.join() === other?.marks.join();

/** Whether whoever made a file has ended, or must have where nobody can say. */
async function isLeft(path: string, isOld: boolean): Promise<boolean> {
  const [owner = ''] = (await readFile(path, 'utf8').catch(() => '')).split('.');
  return hasEnded(owner) ?? isOld;
}

/**
 * Removes a lock that has been left, and says whether it is gone. Of all processes that want to, only one may at a
 * time, and only while it still is that lock: another one would remove the lock that the first has made of it by then.
 * So each makes a mark first, and where the maker of one was killed over it, the next. Marks go with the next lock.
 *
 * A mark says whose it is only a moment after it was made, so that its own age counts where nobody can say: one that was
 * not there at the last look is new, however old the lock is.
 */
async function removeLeft(path: string, { lock, marks }: SeenLock, isOld: boolean): Promise<boolean> {
  for (let number = 0; number < mostMarks; number++) {
    const mark = markOf(path, lock, number);
    if (await makeNew(mark, ownProcess())) {
      if ((await identityOf(path)) !== lock) return false;
      await rm(path, { force: true });
      return true;
    }
    if (!(await isLeft(mark, isOld && number < marks.length))) return false;
  }
  return false;
}

/** Whoever has the lock has no use for the marks of those before. */
async function removeMarks(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp'))
      await rm(join(folder, name), { force: true });
  }
}

/** A process that was held up for very long may find the lock of another one in place of its own. */
async function removeOwn(path: string, token: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === token) await rm(path, { force: true });
}
