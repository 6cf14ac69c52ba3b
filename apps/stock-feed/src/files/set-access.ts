import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

import { FeedError } from '../feed-error.ts';

/** Whatever the umask says: a feed is for others to read. */
const modeOfNewFile = 0o644;
const readableForAll = 0o004;

/** Gives a new file the mode, the owner and the group of the one it replaces. */
export async function setAccess(
  file: Pick<FileHandle, 'chmod' | 'chown' | 'stat'>,
  path: string,
  replaced: Stats | undefined,
): Promise<void> {
  const mode = replaced ? replaced.mode & 0o777 : modeOfNewFile;
  if (replaced && !(await takesOwner(file, replaced)) && (mode & readableForAll) === 0)
    throw new FeedError(
      `nothing replaced: ${path} belongs to another user or group, and with its mode ${mode.toString(8)} a new file ` +
        'would shut them out; run as its owner, or let everybody read it',
    );
  await file.chmod(mode);
}

/** Whether owner and group are those of the file that is replaced. Most users may not give files away. */
async function takesOwner(file: Pick<FileHandle, 'chown' | 'stat'>, { uid, gid }: Stats): Promise<boolean> {
  const own = await file.stat();
  if (own.uid === uid && own.gid === gid) return true;
  return await file.chown(uid, gid).then(
    () => true,
    () => false,
  );
}
