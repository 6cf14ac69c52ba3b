import { refuseCanaries } from '@erply-kit/tooling';

import { main } from '../src/main.ts';

export interface MainRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What one run gets. */
export interface RunMainOptions {
  readonly args: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Stands for waiting. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
  readonly now?: () => number;
  /** Its file `.env`, wherever that is. */
  readonly envFile?: string;
}

/** Runs the program in this process, as its command line would. Throws when it has printed a canary. */
export async function runMain(options: RunMainOptions): Promise<MainRun> {
  let stdout = '';
  let stderr = '';
  const io = {
    args: options.args.split(' ').filter((word) => word !== ''),
    env: options.env,
    ...(options.envFile !== undefined && { envFile: options.envFile }),
    cwd: options.cwd,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    signal: options.signal ?? new AbortController().signal,
    now: options.now ?? Date.now,
  };
  const exitCode = await main(io, ...(options.sleep ? [options.sleep] : []));
  refuseCanaries('what the feed printed', stdout + stderr);
  return { exitCode, stdout, stderr };
}

/** The environment for an account of the fake. */
export function environmentOf(url: string, clientCode = '100001'): Record<string, string> {
  return {
    ERPLY_CLIENT_CODE: clientCode,
    ERPLY_USERNAME: 'demo',
    ERPLY_PASSWORD: 'demouser',
    ERPLY_API_URL: url,
  };
}
