import type { Command } from '../arguments.ts';
import { orUsageError } from '../client-message.ts';
import { databasePath } from '../database-path.ts';
import { jsonLine } from '../output/json-line.ts';
import { planText } from '../output/plan-text.ts';
import { planImport } from '../plan-import.ts';
import type { CommandSurroundings } from '../surroundings.ts';

/** `importer plan`: what a run would cost. */
export async function plan(
  { lanes, full, json, database, connection }: Extract<Command, { kind: 'plan' }>,
  { environment, stdout, signal, now }: CommandSurroundings,
): Promise<number> {
  const path = databasePath(database ?? (environment.variables.DATABASE_URL || undefined));
  const credentials = { ...orUsageError(environment.accountOptions), ...connection };
  const result = await planImport({ credentials, databasePath: path, lanes, full, signal, now });
  stdout.write(json ? jsonLine({ event: 'plan', ...result }) : planText(result));
  return 0;
}
