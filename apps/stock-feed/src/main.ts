import { setTimeout } from 'node:timers/promises';

import type { Environment } from '@erply-kit/client/environment';
import { type ProcessIO, reportFailure, signalExitCode } from '@erply-kit/command-line';
import { describeFailure, openEnvironment } from '@erply-kit/command-line/erply';

import manifest from '../package.json' with { type: 'json' };
import { readArguments } from './arguments.ts';
import { FeedError } from './feed-error.ts';
import { helpOf } from './help.ts';
import type { Sleep } from './keep-fresh.ts';
import { createProgress } from './progress.ts';

/**
 * Runs the program and gives back its exit code. Never throws.
 *
 * @param sleep @default waits by the clock of this machine
 */
export async function main(
  io: ProcessIO,
  sleep: Sleep = (milliseconds) => setTimeout(milliseconds, undefined, { signal: io.signal }),
): Promise<number> {
  const progress = createProgress(io.stderr);
  let environment: Environment | undefined;
  try {
    const asked = readArguments(io.args, io.cwd);
    if (asked.kind === 'help') return print(helpOf(asked.command), io);
    if (asked.kind === 'version') return print(`${manifest.version}\n`, io);
    environment = openEnvironment(io, { program: 'stock-feed' });
    return await asked.work.obey({ ...io, environment, progress, sleep });
  } catch (error) {
    progress.end();
    const failure = io.signal.aborted
      ? { message: 'interrupted; the files are as they were', exitCode: signalExitCode(io.signal) }
      : describeFailure(error, { ownError: FeedError, environment });
    return reportFailure(failure, io, 'stock-feed');
  }
}

function print(text: string, { stdout }: ProcessIO): number {
  stdout.write(text);
  return 0;
}
