import { type Environment, readEnvironment } from '@erply-kit/client/environment';

import { type Command, readArguments } from './arguments.ts';
import { orUsageError } from './client-message.ts';
import { backup } from './commands/backup.ts';
import { plan } from './commands/plan.ts';
import { run } from './commands/run.ts';
import { status } from './commands/status.ts';
import { failureOf } from './failure.ts';
import { help } from './help.ts';
import { jsonLine } from './output/json-line.ts';
import { oneLine } from './output/one-line.ts';
import { type CommandSurroundings, type Surroundings, stoppedBy } from './surroundings.ts';
import { version } from './version.ts';

/** Runs the program and gives back its exit code. Never throws. */
export async function main(surroundings: Surroundings): Promise<number> {
  const { args, stdout, stderr, signal } = surroundings;
  let environment: Environment | undefined;
  try {
    const command = readArguments(args);
    if (command.kind === 'help' || command.kind === 'version') return inform(command.kind, surroundings);
    environment = openEnvironment(surroundings);
    return await obey(command, { ...surroundings, environment });
  } catch (error) {
    if (signal.aborted) return stoppedBy(surroundings);
    const failure = failureOf(error, Boolean(environment?.variables.ERPLY_API_URL));
    const { exitCode } = failure;
    const message = oneLine(failure.message);
    stderr.write(`importer: ${message}\n`);
    if (args.includes('--json')) stdout.write(jsonLine({ event: 'failure', exitCode, message }));
    return exitCode;
  }
}

function inform(kind: 'help' | 'version', { stdout }: Surroundings): number {
  stdout.write(kind === 'help' ? help : `${version()}\n`);
  return 0;
}

function openEnvironment({ env, envFile, stderr }: Surroundings): Environment {
  return orUsageError(() =>
    readEnvironment({
      variables: env,
      alsoRead: ['DATABASE_URL'],
      onNote: (note) => stderr.write(`importer: note: ${oneLine(note)}\n`),
      ...(envFile !== undefined && { file: envFile }),
    }),
  );
}

type Work = Exclude<Command, { kind: 'help' | 'version' }>;

async function obey(command: Work, surroundings: CommandSurroundings): Promise<number> {
  switch (command.kind) {
    case 'run':
      return run(command, surroundings);
    case 'plan':
      return plan(command, surroundings);
    case 'status':
      return status(command, surroundings);
    case 'backup':
      return backup(command, surroundings);
  }
}
