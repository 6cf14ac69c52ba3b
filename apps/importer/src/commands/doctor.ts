import { isErplyError } from '@erply-kit/client';
import { jsonLine, oneLine } from '@erply-kit/command-line';
import { connect, readAccount } from '@erply-kit/command-line/erply';
import { limits } from '@erply-kit/schemas';

import type { CommandIO } from '../command-io.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import { checkDatabase } from '../doctor/check-database.ts';
import { checkFiles, checkPaths } from '../doctor/check-files.ts';
import { checkLogin } from '../doctor/check-login.ts';
import { checkQuota, checkRights } from '../doctor/check-rights.ts';
import { type Finding, ok } from '../doctor/finding.ts';
import { addressOf } from '../options/database-options.ts';
import { type ReadingOptions, readingOptions, readReadingOptions } from '../options/reading-options.ts';
import { decimal } from '../output/table.ts';
import { planImport } from '../plan-import.ts';
import { defineCommand } from './command.ts';

/** `importer doctor`: looks for what would keep a run from going well, and says what to do. Changes nothing. */
export const doctor = defineCommand({ options: readingOptions, read: readReadingOptions, run: examine });

async function examine(options: ReadingOptions, io: CommandIO): Promise<number> {
  const { stdout } = io;
  const address = addressOf(options, io);
  const account = readAccount(io.environment, options.connection);
  const findings: Finding[] = [];
  const note = (found: readonly Finding[]) => {
    findings.push(...found);
    if (!options.json) for (const finding of found) stdout.write(lineOf(finding));
  };
  note([ok('node', `Node ${process.versions.node}`), ...checkPaths(io)]);
  note(checkFiles({ envFile: io.envFile, variables: io.environment.variables, cwd: io.cwd }));
  note(await checkDatabase(address, account.clientCode));
  await using client = connect(account);
  const { signal, now } = io;
  const login = await checkLogin({ client, now, signal });
  note(login.findings);
  if (login.isIn) note(await checkErply({ options, io, address, client, account }));
  const { requests, costUnits } = client.usage();
  note([ok('cost', `this has cost ${decimal(costUnits)} units, by ${requests} requests`)]);
  const failed = findings.some(({ state }) => state === 'fail');
  if (options.json) stdout.write(jsonLine({ event: 'doctor', ok: !failed, findings }));
  return failed ? 1 : 0;
}

interface Examined {
  readonly options: ReadingOptions;
  readonly io: CommandIO;
  readonly address: DatabaseAddress;
  readonly client: ReturnType<typeof connect>;
  readonly account: ReturnType<typeof readAccount>;
}

async function checkErply({ options, io, address, client, account }: Examined): Promise<Finding[]> {
  const { lanes } = options;
  const { signal, now } = io;
  const rights = await checkRights({ client, lanes, signal });
  if (rights.some(({ state }) => state === 'fail')) return rights;
  try {
    const asked = {
      credentials: account,
      client,
      database: address,
      lanes,
      fields: new Map(),
      full: false,
      signal,
      now,
    };
    const { costUnits } = await planImport(asked);
    return [...rights, checkQuota(costUnits, limits.quotaUnitsPerHour)];
  } catch (error) {
    // What is wrong with the database is said already; what Erply refuses now it took a moment ago.
    if (signal.aborted || isErplyError(error)) throw error;
    return rights;
  }
}

const words: Readonly<Record<Finding['state'], string>> = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' };

function lineOf({ check, state, message, advice }: Finding): string {
  const whatToDo = advice === undefined ? '' : `; ${advice}`;
  return `${oneLine(`${words[state]}  ${check}: ${message}${whatToDo}`)}\n`;
}
