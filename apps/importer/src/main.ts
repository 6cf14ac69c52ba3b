import { type Command, readArguments } from './arguments.ts';
import { backup } from './commands/backup.ts';
import { plan } from './commands/plan.ts';
import { run } from './commands/run.ts';
import { status } from './commands/status.ts';
import { failureOf } from './failure.ts';
import { help } from './help.ts';
import { jsonLine } from './output/json-line.ts';
import { type Surroundings, stoppedBy } from './surroundings.ts';
import { version } from './version.ts';

/** Runs the program and gives back its exit code. Never throws. */
export async function main(surroundings: Surroundings): Promise<number> {
  const { args, env, stdout, stderr, signal } = surroundings;
  try {
    return await obey(readArguments(args), surroundings);
  } catch (error) {
    if (signal.aborted) return stoppedBy(surroundings);
    const { message, exitCode } = failureOf(error, Boolean(env.ERPLY_API_URL));
    stderr.write(`importer: ${message}\n`);
    if (args.includes('--json')) stdout.write(jsonLine({ event: 'failure', exitCode, message }));
    return exitCode;
  }
}

async function obey(command: Command, surroundings: Surroundings): Promise<number> {
  switch (command.kind) {
    case 'help':
      surroundings.stdout.write(help);
      return 0;
    case 'version':
      surroundings.stdout.write(`${version()}\n`);
      return 0;
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
