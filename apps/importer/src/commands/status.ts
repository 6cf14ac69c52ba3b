import { jsonLine, type Output, oneLine, readDuration } from '@erply-kit/command-line';

import type { CommandIO } from '../command-io.ts';
import { readLanes } from '../lane-arguments.ts';
import { isAllFresh, judgeFreshness } from '../monitor/freshness.ts';
import {
  addressOf,
  type DatabaseOptions,
  databaseOptions,
  readDatabaseOptions,
} from '../options/database-options.ts';
import type { Given } from '../options/option.ts';
import { freshnessText } from '../output/freshness-text.ts';
import { statusText } from '../output/status-text.ts';
import { type AccountStatus, readStatus } from '../read-status.ts';
import { defineCommand } from './command.ts';

interface GivenStatus extends DatabaseOptions {
  /** Lists each record that did not fit. */
  readonly deadLetters: boolean;
  /** How old watermarks may be. */
  readonly maxAgeMs?: number;
  /** Names of the lanes that count. */
  readonly lanes?: readonly string[];
}

/** `importer status`: what the database holds, and with `--max-age` whether that is fresh. Asks Erply nothing. */
export const status = defineCommand({
  options: {
    ...databaseOptions,
    'dead-letters': { type: 'boolean' },
    'max-age': { type: 'string' },
    lanes: { type: 'string' },
  },
  read: readStatusOptions,
  run: printStatus,
});

function readStatusOptions(given: Given): GivenStatus {
  const [maxAge, lanes] = ['max-age', 'lanes'].map((name) => given.texts.get(name)?.at(-1));
  return {
    ...readDatabaseOptions(given),
    deadLetters: given.switches.has('dead-letters'),
    ...(maxAge !== undefined && { maxAgeMs: readDuration('--max-age', maxAge) }),
    ...(lanes !== undefined && { lanes: readLanes(lanes).map(({ name }) => name) }),
  };
}

/** Exit code of `status --max-age` where something is not fresh: of its own, since 1 says that nobody could look. */
const staleExitCode = 3;

async function printStatus(given: GivenStatus, io: CommandIO): Promise<number> {
  const { json, maxAgeMs } = given;
  const { stdout, now } = io;
  const found = await readStatus(addressOf(given, io), given);
  const accounts = found.map((account) => withLanes(account, given.lanes));
  if (maxAgeMs === undefined) {
    stdout.write(json ? jsonLine({ event: 'status', accounts }) : statusText(accounts));
    return 0;
  }
  const judged = accounts.map((account) => {
    const freshness = judgeFreshness(account.lanes, { now: now(), maxAgeMs });
    return { ...account, isFresh: isAllFresh(freshness), freshness };
  });
  const isFresh = judged.length > 0 && judged.every((account) => account.isFresh);
  if (json) stdout.write(jsonLine({ event: 'status', isFresh, accounts: judged }));
  else printText(stdout, judged);
  return isFresh ? 0 : staleExitCode;
}

type Judged = AccountStatus & { readonly freshness: ReturnType<typeof judgeFreshness> };

function printText(stdout: Output, accounts: readonly Judged[]): void {
  stdout.write(statusText(accounts));
  for (const { clientCode, freshness } of accounts)
    stdout.write(`account ${oneLine(clientCode)}: ${freshnessText(freshness)}\n`);
}

/** Of an account, the lanes that count. One that was named and never ran is not left out: it is not fresh either. */
function withLanes(account: AccountStatus, names: readonly string[] | undefined): AccountStatus {
  if (!names) return account;
  const nothing = { phase: 'idle', writtenAt: 0, records: 0, removed: 0, deadLetters: 0 };
  const lanes = names.map((lane) => account.lanes.find((one) => one.lane === lane) ?? { lane, ...nothing });
  return { ...account, lanes };
}
