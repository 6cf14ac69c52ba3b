import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, where they are not there yet. Node's own `recursive` never ends where the system
 * answers "not found" to a new folder although its parent is there, as it does below `/proc`.
 */
export async function makeFolder(path: string): Promise<void> {
  for (const folder of (await missingFolders(path)).reverse()) {
    await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
      // Another run was quicker.
      if (error.code !== 'EEXIST' || !(await exists(folder))) throw error;
    });
  }
}

/** The folders of a path that are not there, the deepest first. */
async function missingFolders(path: string): Promise<string[]> {
  const missing: string[] = [];
  let folder = path;
  while (!(await exists(folder))) {
    missing.push(folder);
    const above = dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  return missing;
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
