import type { Environment } from '@erply-kit/client/environment';
import { type ProcessIO, reportFailure } from '@erply-kit/command-line';
import { describeFailure, openEnvironment } from '@erply-kit/command-line/erply';

import manifest from '../package.json' with { type: 'json' };
import { allOptions, readArguments } from './arguments.ts';
import { reportStop } from './command-io.ts';
import { readFileOptions } from './config/file-options.ts';
import { pathsText } from './config/paths-text.ts';
import { withConfig } from './config/with-config.ts';
import { DatabaseError } from './database/database-error.ts';
import { help } from './help.ts';
import { machine } from './outside.ts';

/** Beside Erply's own. */
const alsoRead = ['DATABASE_URL', 'HEARTBEAT_URL', 'LISTEN_TOKEN', 'LISTEN_TOKEN_FILE'];

/** Runs the program and gives back its exit code. Never throws. */
export async function main(io: ProcessIO, outside = machine): Promise<number> {
  let environment: Environment | undefined;
  try {
    const asked = readArguments(io.args);
    if (asked.kind !== 'command') return inform(asked.kind, io);
    const { command, given } = asked;
    const files = readFileOptions(given, io);
    // What was typed wrong is said first, wherever else something is wrong.
    if (files.config === undefined) command.prepare(given);
    environment = openEnvironment({ ...io, ...files }, { program: 'importer', alsoRead });
    const all = await withConfig(given, { file: files.config, known: allOptions(), command, environment });
    return await command.prepare(all)({ ...io, ...files, environment, outside });
  } catch (error) {
    if (io.signal.aborted) return reportStop(io);
    const failure = describeFailure(error, { ownError: DatabaseError, environment });
    return reportFailure(failure, io, 'importer');
  }
}

function inform(kind: 'help' | 'version', io: ProcessIO): number {
  io.stdout.write(kind === 'help' ? help + pathsText(io) : `${manifest.version}\n`);
  return 0;
}
