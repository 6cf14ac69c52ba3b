import { jsonLine } from '@erply-kit/command-line';

import type { CommandIO } from '../command-io.ts';
import { databasePath } from '../database-path.ts';
import { type DatabaseOptions, databaseOptions, readDatabaseOptions } from '../options/database-options.ts';
import { statusText } from '../output/status-text.ts';
import { readStatus } from '../read-status.ts';
import { defineCommand } from './command.ts';

/** `importer status`: what the database holds. Asks Erply nothing. */
export const status = defineCommand({
  options: databaseOptions,
  read: readDatabaseOptions,
  run: printStatus,
});

async function printStatus(
  { json, database }: DatabaseOptions,
  { environment, stdout, cwd }: CommandIO,
): Promise<number> {
  const accounts = await readStatus(
    databasePath(database ?? (environment.variables.DATABASE_URL || undefined), cwd),
  );
  stdout.write(json ? jsonLine({ event: 'status', accounts }) : statusText(accounts));
  return 0;
}
