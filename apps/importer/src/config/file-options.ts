import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { type ProcessIO, UsageError } from '@erply-kit/command-line';

import type { Given, OptionDeclarations } from '../options/option.ts';

/** What every command takes: files to read more from. */
export const fileOptions = {
  config: { type: 'string' },
  'env-file': { type: 'string' },
} as const satisfies OptionDeclarations;

interface Files {
  readonly config?: string;
  readonly envFile?: string;
}

/** The paths of the files that were named. @throws UsageError where there is none */
export function readFileOptions({ texts }: Given, { cwd }: Pick<ProcessIO, 'cwd'>): Files {
  const pathOf = (option: keyof typeof fileOptions) => {
    const typed = texts.get(option)?.at(-1);
    if (typed === undefined) return undefined;
    const path = resolve(cwd, typed);
    if (existsSync(path)) return path;
    throw new UsageError(`--${option}: there is no file ${path}`);
  };
  const [config, envFile] = [pathOf('config'), pathOf('env-file')];
  return { ...(config !== undefined && { config }), ...(envFile !== undefined && { envFile }) };
}
