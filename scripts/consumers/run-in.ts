import { delimiter, dirname } from 'node:path';

import { runOrThrow } from '@erply-kit/tooling';

/** Runs a program of a consumer. What runs it is also the first of its kind on its path. */
export function runIn(
  cwd: string,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const path = [dirname(command[0] ?? ''), process.env.PATH].join(delimiter);
  return runOrThrow(command, { cwd, env: { PATH: path, NODE_OPTIONS: '', ...env }, timeoutMs: 120_000 });
}
