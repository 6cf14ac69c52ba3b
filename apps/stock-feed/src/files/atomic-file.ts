import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { hasEnded, ownProcess } from '@erply-kit/command-line';

import { fileFailure } from './file-failure.ts';
import { makeFolder } from './make-folder.ts';
import { setAccess } from './set-access.ts';
import { findTarget } from './target-file.ts';

const bufferedCharacters = 64 * 1024;
/**
 * A run writes for minutes, and may wait an hour for its quota. What is older was left by a run that was killed, also
 * where nobody can say whether its process is still there.
 */
const staleMs = 24 * 60 * 60 * 1000;

/** A file that comes into being beside the one it replaces, and takes its place in one step. */
export interface AtomicFile extends AsyncDisposable {
  /** The file that is replaced: where the links lead, if the path given was one. */
  readonly path: string;
  /** Adds text. Waits for the disk now and then. */
  write(text: string): Promise<void> | undefined;
  /** Brings everything to the disk. After it only `replace` is left to do. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Puts the new file in the old one's place: readers see the one or the other, whole. */
  replace(): Promise<void>;
}

/** Opens a temporary file beside the file that `name` leads to. Disposing of it before `replace` removes it. */
export async function openAtomicFile(name: string, now: number): Promise<AtomicFile> {
  const { path, existing } = await findTarget(name);
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${ownProcess()}.${randomBytes(4).toString('hex')}.tmp`);
  const failedTo = (action: string) => (error: unknown) => {
    throw fileFailure(error, `${action} ${path}`);
  };
  const failed = failedTo('write');
  await makeFolder(folder).catch(failed);
  await removeStale(path, now).catch(failed);
  const file = await open(temporary, 'wx').catch(failedTo('make a new file beside'));
  const hash = createHash('sha256');
  let pending = '';
  let bytes = 0;
  const flush = async () => {
    const chunk = Buffer.from(pending);
    pending = '';
    hash.update(chunk);
    bytes += chunk.length;
    await file.writeFile(chunk).catch(failed);
  };
  return {
    path,
    write(text) {
      pending += text;
      return pending.length < bufferedCharacters ? undefined : flush();
    },
    async finish() {
      await flush();
      await setAccess(file, path, existing).catch(failed);
      await file.sync().catch(failed);
      await file.close().catch(failed);
      return { bytes, sha256: hash.digest('hex') };
    },
    async replace() {
      await rename(temporary, path).catch(failed);
      await syncFolder(folder);
    },
    async [Symbol.asyncDispose]() {
      // A disk that is full may say so here again, and what failed first is what is reported.
      await file.close().catch(() => undefined);
      await rm(temporary, { force: true });
    },
  };
}

/** Without it a power cut can bring the old name back. Not every system can do it, and the file itself is safe. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Removes what runs have left that were killed: of this machine at once, of any other after a day. */
async function removeStale(path: string, now: number): Promise<void> {
  const folder = dirname(path);
  const prefix = `.${basename(path)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith('.tmp')) continue;
    const left = join(folder, name);
    const [owner = ''] = name.slice(prefix.length).split('.');
    if (hasEnded(owner) ?? (await isOld(left, now))) await rm(left, { force: true });
  }
}

async function isOld(path: string, now: number): Promise<boolean> {
  return await stat(path).then(
    ({ mtimeMs }) => now - mtimeMs > staleMs,
    () => false,
  );
}
