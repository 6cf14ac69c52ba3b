import { jsonLine, oneLine } from '@erply-kit/command-line';
import { readAccount } from '@erply-kit/command-line/erply';
import type { RepairReport } from '@erply-kit/sync';

import type { CommandIO } from '../command-io.ts';
import { addressOf } from '../options/database-options.ts';
import type { Given } from '../options/option.ts';
import { type ReadingOptions, readingOptions, readReadingOptions } from '../options/reading-options.ts';
import { createAuditProgress } from '../output/audit-progress.ts';
import { repairText } from '../output/audit-text.ts';
import { createJsonProgress, createProgress } from '../output/progress.ts';
import { repairDatabase } from '../repair-database.ts';
import { maxExamples } from './audit.ts';
import { defineCommand } from './command.ts';

interface GivenRepair extends ReadingOptions {
  readonly confirmDeletions: boolean;
}

/** `importer repair`: compares all of the database with the account, and writes what differs. */
export const repair = defineCommand({
  options: { ...readingOptions, 'confirm-deletions': { type: 'boolean' } },
  read: (given: Given): GivenRepair => ({
    ...readReadingOptions(given),
    confirmDeletions: given.switches.has('confirm-deletions'),
  }),
  run: mend,
});

async function mend(given: GivenRepair, io: CommandIO): Promise<number> {
  const { json, lanes, confirmDeletions, connection } = given;
  const { environment, stdout, stderr, signal, now } = io;
  const out = json ? stdout : stderr;
  const progress = createAuditProgress({ out, json, now });
  const { migrated } = json ? createJsonProgress(out) : createProgress(out, now);
  const report = await repairDatabase({
    credentials: readAccount(environment, connection),
    ...{ database: addressOf(given, io), lanes, confirmDeletions, signal, now, maxExamples },
    onMigrated: migrated,
    onProgress: progress.progress,
    onClientEvent: (event) => {
      if (event.kind === 'quotaWait') progress.quotaWait(event.resumesAt);
    },
  });
  stdout.write(json ? jsonLine({ event: 'repair', ...report }) : repairText(report));
  return exitCodeOf(report, io);
}

function exitCodeOf({ lanes }: RepairReport, { stderr }: CommandIO): number {
  const held = lanes.filter(({ outcome }) => outcome === 'refused' || outcome === 'unready');
  for (const { lane, refusal } of held) {
    const isTooMany = refusal?.kind === 'tooManyDeletions';
    const hint = isTooMany
      ? 'if that is right, repair again with --confirm-deletions'
      : 'run, and repair again';
    const reason = refusal ? oneLine(refusal.message) : `${lane}: its import is not at its end`;
    stderr.write(`importer: ${reason}; ${hint}\n`);
  }
  return held.length === 0 ? 0 : 1;
}
