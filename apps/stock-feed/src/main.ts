import type { Environment } from '@erply-kit/client/environment';
import { type ProcessIO, readVersion, reportFailure, signalExitCode } from '@erply-kit/command-line';
import { describeFailure, openEnvironment } from '@erply-kit/command-line/erply';

import { readArguments } from './arguments.ts';
import { FeedError } from './feed-error.ts';
import { helpOf } from './help.ts';
import { createProgress } from './progress.ts';

/** Runs the program and gives back its exit code. Never throws. */
export async function main(io: ProcessIO): Promise<number> {
  const progress = createProgress(io.stderr);
  let environment: Environment | undefined;
  try {
    const asked = readArguments(io.args, io.cwd);
    if (asked.kind === 'help') return print(helpOf(asked.command), io);
    if (asked.kind === 'version')
      return print(`${readVersion(new URL('../package.json', import.meta.url))}\n`, io);
    environment = openEnvironment(io, { program: 'stock-feed' });
    return await asked.work.obey({ ...io, environment, progress });
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
