import type { Command } from '../arguments.ts';
import { databasePath } from '../database-path.ts';
import { jsonLine } from '../output/json-line.ts';
import { statusText } from '../output/status-text.ts';
import { readStatus } from '../read-status.ts';
import type { Surroundings } from '../surroundings.ts';

/** `importer status`: what the database holds. Asks Erply nothing. */
export function status(
  { json, database }: Extract<Command, { kind: 'status' }>,
  { env, stdout }: Surroundings,
): number {
  const accounts = readStatus(databasePath(database ?? env.DATABASE_URL));
  stdout.write(json ? jsonLine({ event: 'status', accounts }) : statusText(accounts));
  return 0;
}
