import { jsonLine } from '@erply-kit/command-line';

import type { Command } from '../arguments.ts';
import type { CommandIO } from '../command-io.ts';
import { databasePath } from '../database-path.ts';
import { statusText } from '../output/status-text.ts';
import { readStatus } from '../read-status.ts';

/** `importer status`: what the database holds. Asks Erply nothing. */
export async function status(
  { json, database }: Extract<Command, { kind: 'status' }>,
  { environment, stdout, cwd }: CommandIO,
): Promise<number> {
  const accounts = await readStatus(
    databasePath(database ?? (environment.variables.DATABASE_URL || undefined), cwd),
  );
  stdout.write(json ? jsonLine({ event: 'status', accounts }) : statusText(accounts));
  return 0;
}
