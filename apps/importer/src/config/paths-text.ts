import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { oneLine, type ProcessIO } from '@erply-kit/command-line';

/** Where `importer` would look, started here: for `--help`. */
export function pathsText({ envFile, cwd }: Pick<ProcessIO, 'cwd' | 'envFile'>): string {
  if (envFile === undefined) return '';
  const path = resolve(cwd, envFile);
  const isThere = existsSync(path) ? 'which is read' : 'which is not there';
  return `\nStarted here, it looks for ${oneLine(path)}, ${isThere}; relative paths begin at ${oneLine(cwd)}.\n`;
}
