import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { DatabaseError } from '../database-error.ts';

/** Makes the file, readable by its owner only, and the folders above it, where they are not there yet. */
export function makeFile(path: string): void {
  makeFolder(dirname(path));
  // To open a pipe for writing never ends while nobody reads it.
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing && !existing.isFile() && !existing.isDirectory())
    throw new DatabaseError(path, 'is not a file');
  closeSync(openSync(path, 'a', 0o600));
}

/**
 * One folder after the other: Node's own `recursive` never ends where the system answers "not found" to a new folder
 * although its parent is there, as it does below `/proc`.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
  }
}
