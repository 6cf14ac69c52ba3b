import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { UsageError } from '@erply-kit/command-line';

import { fileFailure } from '../files/file-failure.ts';

/** What a file of a secret holds; throws `UsageError` where it cannot be read. */
export function secretFileText(path: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    throw new UsageError((fileFailure(error, `read ${path}`) as Error).message);
  }
}
