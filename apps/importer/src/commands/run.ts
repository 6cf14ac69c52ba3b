import { setTimeout } from 'node:timers/promises';

import { jsonLine, oneLine, type ProcessIO, UsageError } from '@erply-kit/command-line';
import { readAccount } from '@erply-kit/command-line/erply';
import type { RunReport, SyncErrorKind } from '@erply-kit/sync';

import { type CommandIO, reportStop } from '../command-io.ts';
import { openHeartbeat, readHeartbeatUrl } from '../monitor/heartbeat.ts';
import { addressOf } from '../options/database-options.ts';
import { type GivenImport, importOptions, readImportOptions } from '../options/import-options.ts';
import { limitOptions, type RunLimits, readRunLimits } from '../options/limit-options.ts';
import type { Given } from '../options/option.ts';
import { sinceSeconds } from '../options/since.ts';
import { createFileProgress } from '../output/file-progress.ts';
import { createJsonProgress, createProgress } from '../output/progress.ts';
import { reportText } from '../output/report-text.ts';
import { runImport } from '../run-import.ts';
import { defineCommand } from './command.ts';
import { runDry } from './run-dry.ts';

interface GivenRun extends GivenImport, RunLimits {
  readonly confirmDeletions: boolean;
  /** Writes nothing, and says what would change. */
  readonly dryRun: boolean;
  /** Of a dry run: shows what is in the fields that would change. */
  readonly values: boolean;
  readonly heartbeat: URL | undefined;
}

/** `importer run`: copies the account, or brings the copy up to date. */
export const run = defineCommand({
  options: {
    ...importOptions,
    ...limitOptions,
    'confirm-deletions': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    values: { type: 'boolean' },
    heartbeat: { type: 'string' },
  },
  read: readRun,
  run: async (given, io) =>
    given.dryRun ? exitCodeOf(await runDry(given, io), io) : copyWithHeartbeat(given, io),
});

function readRun(given: Given): GivenRun {
  const asked = readImportOptions(given);
  const [dryRun, values] = [given.switches.has('dry-run'), given.switches.has('values')];
  if (values && !dryRun) throw new UsageError('--values is about a dry run; add --dry-run');
  if (dryRun && asked.fields.size > 0)
    throw new UsageError(
      '--dry-run does not show what another choice of columns erases; leave one of them out',
    );
  const confirmDeletions = given.switches.has('confirm-deletions');
  const url = given.texts.get('heartbeat')?.at(-1);
  const heartbeat = url === undefined ? undefined : readHeartbeatUrl('--heartbeat', url);
  return { ...asked, ...readRunLimits(given), dryRun, values, confirmDeletions, heartbeat };
}

/** Tells a monitor how the run went. One that a signal has ended did not go wrong, and nobody was waiting for it. */
async function copyWithHeartbeat(given: GivenRun, io: CommandIO): Promise<number> {
  const { environment, stderr, signal, outside } = io;
  const { fetch, sleep } = outside;
  const note = (line: string) => stderr.write(`importer: note: ${line}\n`);
  const { variables } = environment;
  const beat = openHeartbeat({ given: given.heartbeat, variables, fetch, sleep, signal, note });
  let exitCode = 1;
  try {
    exitCode = await copy(given, io);
    return exitCode;
  } finally {
    if (!signal.aborted) await beat(exitCode === 0 ? 'well' : 'wrong');
  }
}

async function copy(options: GivenRun, io: CommandIO): Promise<number> {
  const { json, lanes, fields, full, since, maxUnits, deletionLimit, confirmDeletions, connection } = options;
  const { environment, stdout, stderr, signal, now } = io;
  const database = addressOf(options, io);
  const credentials = readAccount(environment, connection);
  const progress = json ? createJsonProgress(stdout) : createProgress(stderr, now);
  const erasing = createFileProgress({ out: json ? stdout : stderr, event: 'erasingProgress', json, now });
  try {
    const report = await runImport({
      ...{ credentials, database, lanes, fields, full, confirmDeletions, signal, now, sleep },
      ...(since && { since: sinceSeconds(since, now()) }),
      ...(maxUnits !== undefined && { maxUnits }),
      ...(deletionLimit && { deletionLimit }),
      onMigrated: progress.migrated,
      onErasing: erasing.written,
      onProgress: (event) => {
        erasing.end();
        progress.event(event);
      },
      onClientEvent: (event) => {
        if (event.kind === 'quotaWait') progress.quotaWait(event.resumesAt);
      },
    });
    progress.end();
    stdout.write(json ? jsonLine({ event: 'report', ...report }) : reportText(report));
    return exitCodeOf(report, io);
  } finally {
    erasing.end();
    progress.end();
  }
}

/** What was asked for is not done, and nothing went wrong. */
const exitOutOfUnits = 3;

const sleep = (ms: number, signal?: AbortSignal) => setTimeout(ms, undefined, signal ? { signal } : {});

const confirm = 'if that is right, run again with --confirm-deletions';

const hints: Readonly<Record<SyncErrorKind, string>> = {
  tooManyDeletions: confirm,
  empty: confirm,
  incomplete: 'run again, with all lanes',
  unreadable: 'run again; if it stays so, Erply answers otherwise than this importer knows',
};

/** Says what is left to do, and how to do it. */
function exitCodeOf({ outcome, lanes }: RunReport, io: ProcessIO): number {
  if (outcome === 'stopped') return reportStop(io);
  if (outcome === 'outOfUnits')
    io.stderr.write(
      'importer: stopped before it would have used more than --max-units; run again to go on\n',
    );
  for (const { refusal } of lanes) {
    if (!refusal) continue;
    io.stderr.write(`importer: ${oneLine(refusal.message)}; ${hints[refusal.kind]}\n`);
  }
  if (outcome === 'outOfUnits') return exitOutOfUnits;
  return outcome === 'completed' ? 0 : 1;
}
