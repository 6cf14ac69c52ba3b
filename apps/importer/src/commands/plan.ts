import type { Command } from '../arguments.ts';
import { readCredentials } from '../credentials.ts';
import { databasePath } from '../database-path.ts';
import { jsonLine } from '../output/json-line.ts';
import { planText } from '../output/plan-text.ts';
import { planImport } from '../plan-import.ts';
import type { Surroundings } from '../surroundings.ts';

/** `importer plan`: what a run would cost. */
export async function plan(
  { lanes, full, json, database }: Extract<Command, { kind: 'plan' }>,
  { env, stdout, signal, now }: Surroundings,
): Promise<number> {
  const path = databasePath(database ?? env.DATABASE_URL);
  const credentials = readCredentials(env);
  const result = await planImport({ credentials, databasePath: path, lanes, full, signal, now });
  stdout.write(json ? jsonLine({ event: 'plan', ...result }) : planText(result));
  return 0;
}
