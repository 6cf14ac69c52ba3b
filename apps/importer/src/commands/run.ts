import { jsonLine, oneLine, type ProcessIO } from '@erply-kit/command-line';
import { readAccount } from '@erply-kit/command-line/erply';
import type { RunReport, SyncErrorKind } from '@erply-kit/sync';

import { type CommandIO, reportStop } from '../command-io.ts';
import { openHeartbeat, readHeartbeatUrl } from '../monitor/heartbeat.ts';
import { addressOf } from '../options/database-options.ts';
import { type GivenImport, importOptions, readImportOptions } from '../options/import-options.ts';
import { createFileProgress } from '../output/file-progress.ts';
import { createJsonProgress, createProgress } from '../output/progress.ts';
import { reportText } from '../output/report-text.ts';
import { runImport } from '../run-import.ts';
import { defineCommand } from './command.ts';

interface GivenRun extends GivenImport {
  readonly confirmDeletions: boolean;
  readonly heartbeat: URL | undefined;
}

/** `importer run`: copies the account, or brings the copy up to date. */
export const run = defineCommand({
  options: {
    ...importOptions,
    'confirm-deletions': { type: 'boolean' },
    heartbeat: { type: 'string' },
  },
  read(given): GivenRun {
    const heartbeat = given.texts.get('heartbeat')?.at(-1);
    return {
      ...readImportOptions(given),
      confirmDeletions: given.switches.has('confirm-deletions'),
      heartbeat: heartbeat === undefined ? undefined : readHeartbeatUrl('--heartbeat', heartbeat),
    };
  },
  run: copyWithHeartbeat,
});

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
  const { json, lanes, fields, full, confirmDeletions, connection } = options;
  const { environment, stdout, stderr, signal, now } = io;
  const database = addressOf(options, io);
  const credentials = readAccount(environment, connection);
  const progress = json ? createJsonProgress(stdout) : createProgress(stderr, now);
  const erasing = createFileProgress({ out: json ? stdout : stderr, event: 'erasingProgress', json, now });
  try {
    const report = await runImport({
      ...{ credentials, database, lanes, fields, full, confirmDeletions, signal, now },
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
  for (const { refusal } of lanes) {
    if (!refusal) continue;
    io.stderr.write(`importer: ${oneLine(refusal.message)}; ${hints[refusal.kind]}\n`);
  }
  return outcome === 'completed' ? 0 : 1;
}
