import { jsonLine } from '@erply-kit/command-line';
import { readAccount } from '@erply-kit/command-line/erply';

import type { Command } from '../arguments.ts';
import type { CommandIO } from '../command-io.ts';
import { databasePath } from '../database-path.ts';
import { planText } from '../output/plan-text.ts';
import { planImport } from '../plan-import.ts';

/** `importer plan`: what a run would cost. */
export async function plan(
  { lanes, fields, full, json, database, connection }: Extract<Command, { kind: 'plan' }>,
  { environment, stdout, signal, now, cwd }: CommandIO,
): Promise<number> {
  const path = databasePath(database ?? (environment.variables.DATABASE_URL || undefined), cwd);
  const credentials = readAccount(environment, connection);
  const result = await planImport({ credentials, databasePath: path, lanes, fields, full, signal, now });
  stdout.write(json ? jsonLine({ event: 'plan', ...result }) : planText(result));
  return 0;
}
