import { canaries, refuseCanaries } from '@erply-kit/tooling';

import { main } from '../src/main.ts';
import { machine, type Outside } from '../src/outside.ts';

/** A fake password that must appear in no output. */
export const canary = canaries.secret;

export interface MainResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Circumstances {
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  /** Its file `.env`, wherever that is. */
  readonly envFile?: string;
  /** Milliseconds since 1970. @default a clock that stands still */
  readonly now?: () => number;
  readonly outside?: Outside;
  /** Takes what goes to stderr as it comes. */
  readonly onStderr?: (text: string) => void;
}

/** Runs the program in process, as its command line would. Throws when it has printed a canary. */
export async function runMain(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { outside = machine, onStderr, ...circumstances }: Circumstances = {},
): Promise<MainResult> {
  const printed = { stdout: '', stderr: '' };
  const writer = (name: keyof typeof printed) => ({
    write(text: string) {
      printed[name] += text;
      if (name === 'stderr') onStderr?.(text);
    },
  });
  // It stands still: progress is only shown of a run that takes long, which a busy machine would make of any.
  const startedAt = Date.now();
  const now = () => startedAt;
  const { signal } = new AbortController();
  const streams = { stdout: writer('stdout'), stderr: writer('stderr') };
  const io = { args, env, cwd: process.cwd(), signal, now, ...streams, ...circumstances };
  const exitCode = await main(io, outside);
  refuseCanaries('what the importer printed', printed.stdout + printed.stderr);
  return { exitCode, ...printed };
}

/** The environment of an account, with a password that is wrong. */
export const environment = (url: string) => ({
  ERPLY_CLIENT_CODE: '100001',
  ERPLY_USERNAME: 'demo',
  ERPLY_PASSWORD: canary,
  ERPLY_API_URL: url,
});
