import { jsonLine } from '@erply-kit/command-line';

import type { CommandIO } from '../command-io.ts';
import {
  addressOf,
  type DatabaseOptions,
  databaseOptions,
  readDatabaseOptions,
} from '../options/database-options.ts';
import { statusText } from '../output/status-text.ts';
import { readStatus } from '../read-status.ts';
import { defineCommand } from './command.ts';

interface GivenStatus extends DatabaseOptions {
  /** Lists each record that did not fit. */
  readonly deadLetters: boolean;
}

/** `importer status`: what the database holds. Asks Erply nothing. */
export const status = defineCommand({
  options: { ...databaseOptions, 'dead-letters': { type: 'boolean' } },
  read: (given): GivenStatus => ({
    ...readDatabaseOptions(given),
    deadLetters: given.switches.has('dead-letters'),
  }),
  run: printStatus,
});

async function printStatus(options: GivenStatus, io: CommandIO): Promise<number> {
  const { stdout } = io;
  const accounts = await readStatus(addressOf(options, io), options);
  stdout.write(options.json ? jsonLine({ event: 'status', accounts }) : statusText(accounts));
  return 0;
}
