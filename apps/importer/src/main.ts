import type { Environment } from '@erply-kit/client/environment';
import { type ProcessIO, readVersion, reportFailure } from '@erply-kit/command-line';
import { describeFailure, openEnvironment } from '@erply-kit/command-line/erply';

import { readArguments } from './arguments.ts';
import { reportStop } from './command-io.ts';
import { DatabaseError } from './database/database-error.ts';
import { help } from './help.ts';
import { machine } from './outside.ts';

/** Runs the program and gives back its exit code. Never throws. */
export async function main(io: ProcessIO, outside = machine): Promise<number> {
  let environment: Environment | undefined;
  try {
    const asked = readArguments(io.args);
    if (asked.kind !== 'command') return inform(asked.kind, io);
    environment = openEnvironment(io, {
      program: 'importer',
      alsoRead: ['DATABASE_URL', 'HEARTBEAT_URL', 'LISTEN_TOKEN', 'LISTEN_TOKEN_FILE'],
    });
    return await asked.run({ ...io, environment, outside });
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
