import { open, rm, stat } from 'node:fs/promises';

import { FeedError } from './feed-error.ts';
import { fileFailure } from './file-failure.ts';

/** Waits so many milliseconds; throws when the run is interrupted. */
export type Wait = (milliseconds: number) => Promise<unknown>;

const pauseMs = 50;
/** Files are renamed while it is held, which takes milliseconds: whoever made a lock that stays so long was killed. */
const abandonedAfterMs = 10_000;
const longestWaitMs = 60_000;

/**
 * Makes a lock file, waiting while another process has one there. Disposing of it removes it. It is not a lock of the
 * operating system, because feeds lie on network shares too, many of which have none.
 *
 * Its age is what this process sees of it, not the difference of two clocks: the disk may be that of another machine.
 */
export async function lockFile(path: string, wait: Wait): Promise<AsyncDisposable> {
  let seen: string | undefined;
  let seenForMs = 0;
  for (let waitedMs = 0; waitedMs <= longestWaitMs; waitedMs += pauseMs) {
    if (await makeNew(path)) return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
    const lock = await identityOf(path);
    seenForMs = lock === seen ? seenForMs + pauseMs : 0;
    seen = lock;
    if (lock !== undefined && seenForMs >= abandonedAfterMs) await removeAbandoned(path, lock);
    await wait(pauseMs);
  }
  throw new FeedError(
    `nothing replaced: ${path} says that another run is replacing this feed; delete it if there is none`,
  );
}

/** Whether the file was not there and is now. */
async function makeNew(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fileFailure(error, `write ${path}`);
  }
}

/** Tells one lock from the next of the same name; `undefined` when there is none. */
async function identityOf(path: string): Promise<string | undefined> {
  return await stat(path, { bigint: true }).then(
    ({ ino, mtimeNs }) => `${ino}-${mtimeNs}`,
    () => undefined,
  );
}

/**
 * Of all processes that wait, only the one that makes the mark may remove the lock: a second one would remove the lock
 * that the first has made of it by then. The mark stays, and goes with what other killed runs have left.
 */
async function removeAbandoned(path: string, lock: string): Promise<void> {
  if (await makeNew(path.replace(/lock$/, `${lock}.tmp`))) await rm(path, { force: true });
}
