import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { UsageError } from './usage-error.ts';

/**
 * Looks whether a file can be made that an option names.
 * @throws UsageError where its folder does not exist.
 */
export function checkOutputFolder(option: string, path: string): void {
  const folder = dirname(resolve(path));
  if (!existsSync(folder))
    throw new UsageError(`--${option}: the folder ${folder} does not exist: make it first`);
}
