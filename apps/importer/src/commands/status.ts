import type { Command } from '../arguments.ts';
import { databasePath } from '../database-path.ts';
import { jsonLine } from '../output/json-line.ts';
import { statusText } from '../output/status-text.ts';
import { readStatus } from '../read-status.ts';
import type { CommandSurroundings } from '../surroundings.ts';

/** `importer status`: what the database holds. Asks Erply nothing. */
export function status(
  { json, database }: Extract<Command, { kind: 'status' }>,
  { environment, stdout }: CommandSurroundings,
): number {
  const accounts = readStatus(databasePath(database ?? (environment.variables.DATABASE_URL || undefined)));
  stdout.write(json ? jsonLine({ event: 'status', accounts }) : statusText(accounts));
  return 0;
}
