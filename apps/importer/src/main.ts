import type { Environment } from '@erply-kit/client/environment';
import { type ProcessIO, readVersion, reportFailure } from '@erply-kit/command-line';
import { describeFailure, openEnvironment } from '@erply-kit/command-line/erply';

import { type Command, readArguments } from './arguments.ts';
import { type CommandIO, reportStop } from './command-io.ts';
import { backup } from './commands/backup.ts';
import { forget } from './commands/forget.ts';
import { plan } from './commands/plan.ts';
import { run } from './commands/run.ts';
import { status } from './commands/status.ts';
import { DatabaseError } from './database/database-error.ts';
import { help } from './help.ts';

/** Runs the program and gives back its exit code. Never throws. */
export async function main(io: ProcessIO): Promise<number> {
  let environment: Environment | undefined;
  try {
    const command = readArguments(io.args);
    if (command.kind === 'help' || command.kind === 'version') return inform(command.kind, io);
    environment = openEnvironment(io, { program: 'importer', alsoRead: ['DATABASE_URL'] });
    return await obey(command, { ...io, environment });
  } catch (error) {
    if (io.signal.aborted) return reportStop(io);
    const failure = describeFailure(error, { ownError: DatabaseError, environment });
    return reportFailure(failure, io, 'importer');
  }
}

function inform(kind: 'help' | 'version', { stdout }: ProcessIO): number {
  const version = () => readVersion(new URL('../package.json', import.meta.url));
  stdout.write(kind === 'help' ? help : `${version()}\n`);
  return 0;
}

type Work = Exclude<Command, { kind: 'help' | 'version' }>;

async function obey(command: Work, io: CommandIO): Promise<number> {
  switch (command.kind) {
    case 'run':
      return run(command, io);
    case 'plan':
      return plan(command, io);
    case 'status':
      return status(command, io);
    case 'backup':
      return backup(command, io);
    case 'forget':
      return forget(command, io);
  }
}
