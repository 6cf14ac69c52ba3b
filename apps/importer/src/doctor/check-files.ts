import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Variables } from '@erply-kit/client/environment';

import type { CommandIO } from '../command-io.ts';
import { type Finding, ok, warn } from './finding.ts';

interface FilesInput {
  readonly envFile: string | undefined;
  readonly variables: Variables;
  readonly cwd: string;
}

/** Whether others on this machine can read the files that hold secrets. */
export function checkFiles({ envFile, variables, cwd }: FilesInput): Finding[] {
  const files = [
    ...(envFile === undefined ? [] : [{ name: `the file ${resolve(cwd, envFile)}`, path: envFile }]),
    ...['ERPLY_PASSWORD_FILE', 'LISTEN_TOKEN_FILE'].flatMap((name) => {
      const path = variables[name];
      // A path stays out of messages: it may be the secret, set in the wrong place.
      return path ? [{ name: `the file of ${name}`, path }] : [];
    }),
  ];
  return files.flatMap(({ name, path }) => {
    const found = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (!found) return [];
    const isOpen = process.platform !== 'win32' && (found.mode & 0o077) !== 0;
    return isOpen
      ? [warn('files', `${name} can be read by others on this machine`, 'chmod 600 it')]
      : [ok('files', `${name} is for its owner only`)];
  });
}

/** Which files were read. */
export function checkPaths({ config, envFile, cwd }: CommandIO): Finding[] {
  const path = envFile === undefined ? undefined : resolve(cwd, envFile);
  const hasEnv = path !== undefined && existsSync(path);
  return [
    ok(
      'environment',
      hasEnv ? `read from ${path} too` : `of this process alone; there is no ${path ?? '.env'}`,
    ),
    ...(config === undefined ? [] : [ok('config', `read from ${config}`)]),
  ];
}
