import { jsonLine } from '@erply-kit/command-line';
import { readAccount } from '@erply-kit/command-line/erply';

import type { CommandIO } from '../command-io.ts';
import { addressOf } from '../options/database-options.ts';
import { type GivenImport, importOptions, readImportOptions } from '../options/import-options.ts';
import { planText } from '../output/plan-text.ts';
import { planImport } from '../plan-import.ts';
import { defineCommand } from './command.ts';

async function printPlan(options: GivenImport, io: CommandIO): Promise<number> {
  const { lanes, fields, full, json, connection } = options;
  const { environment, stdout, signal, now } = io;
  const database = addressOf(options, io);
  const credentials = readAccount(environment, connection);
  const result = await planImport({ credentials, database, lanes, fields, full, signal, now });
  stdout.write(json ? jsonLine({ event: 'plan', ...result }) : planText(result));
  return 0;
}

/** `importer plan`: what a run would cost. */
export const plan = defineCommand({ options: importOptions, read: readImportOptions, run: printPlan });
