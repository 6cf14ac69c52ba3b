import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { AccountOptions } from '@erply-kit/client/environment';
import { refuseCanaries } from '@erply-kit/tooling';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);

interface ProcessOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly credentials: AccountOptions;
}

export interface ImporterProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it has printed so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Waits for its end: exit code, or the signal that ended it. Throws when it has printed a canary. */
  ended(): Promise<number | NodeJS.Signals | null>;
}

/** Starts the importer as a process of its own, as a user would. */
export function startImporter({ args, cwd, credentials }: ProcessOptions): ImporterProcess {
  const { clientCode, username, password, url = '' } = credentials;
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    ERPLY_CLIENT_CODE: clientCode,
    ERPLY_USERNAME: username,
    ERPLY_PASSWORD: password,
    ERPLY_API_URL: url,
  };
  const child = spawn(process.execPath, [cli, ...args], { cwd, env });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      printed[stream] += text;
    });
  }
  const closed = once(child, 'close');
  return {
    child,
    stdout: () => printed.stdout,
    stderr: () => printed.stderr,
    async ended() {
      const [code, signal] = await closed;
      refuseCanaries('what the importer printed', printed.stdout + printed.stderr);
      return code ?? signal;
    },
  };
}
