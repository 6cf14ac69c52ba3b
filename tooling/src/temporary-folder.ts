import { readdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { refuseCanaries } from './canaries.ts';

export interface TemporaryFolder extends Disposable, AsyncDisposable {
  readonly path: string;
}

/** Folders of this process that are not removed yet. */
const open = new Set<string>();

function removeOpen(): void {
  for (const path of open) rmSync(path, { recursive: true, force: true });
}

/**
 * A new folder outside the repository with these files in it, removed with `using` or `await using`, or when this
 * process exits before that. Its removal throws when a canary is in the name of one of its files.
 */
export async function temporaryFolder(
  purpose: string,
  files: Readonly<Record<string, string>> = {},
): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), `erply-kit-${purpose}-`)));
  keep(path);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return {
    path,
    [Symbol.dispose]() {
      const names = namesIn(path);
      rmSync(path, { recursive: true, force: true });
      forget(path);
      refuseCanaries('the name of a file in the temporary folder', names);
    },
    async [Symbol.asyncDispose]() {
      const names = namesIn(path);
      await rm(path, { recursive: true, force: true });
      forget(path);
      refuseCanaries('the name of a file in the temporary folder', names);
    },
  };
}

/** The names of all files below a folder, a line each; none of one that is gone. */
function namesIn(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true }).join('\n');
  } catch {
    return '';
  }
}

function keep(path: string): void {
  if (open.size === 0) process.on('exit', removeOpen);
  open.add(path);
}

function forget(path: string): void {
  open.delete(path);
  if (open.size === 0) process.off('exit', removeOpen);
}
