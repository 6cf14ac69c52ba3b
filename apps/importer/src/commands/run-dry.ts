import { jsonLine } from '@erply-kit/command-line';
import { readAccount } from '@erply-kit/command-line/erply';

import type { CommandIO } from '../command-io.ts';
import { type DryRunReport, dryRun } from '../dry-run.ts';
import { addressOf } from '../options/database-options.ts';
import type { GivenImport } from '../options/import-options.ts';
import { dryRunText } from '../output/dry-run-text.ts';
import { createJsonProgress, createProgress } from '../output/progress.ts';
import { maxExamples } from './audit.ts';

interface GivenDryRun extends GivenImport {
  readonly confirmDeletions: boolean;
  readonly values: boolean;
}

/** `importer run --dry-run`: says what a run would change, and writes nothing. */
export async function runDry(given: GivenDryRun, io: CommandIO): Promise<DryRunReport> {
  const { json, lanes, full, values, confirmDeletions, connection } = given;
  const { environment, stdout, stderr, signal, now } = io;
  const progress = json ? createJsonProgress(stdout) : createProgress(stderr, now);
  try {
    const report = await dryRun({
      credentials: readAccount(environment, connection),
      ...{ database: addressOf(given, io), lanes, full, confirmDeletions, values, signal, now, maxExamples },
      onProgress: progress.event,
      onClientEvent: (event) => {
        if (event.kind === 'quotaWait') progress.quotaWait(event.resumesAt);
      },
    });
    progress.end();
    stdout.write(json ? jsonLine({ event: 'dryRun', ...report }) : dryRunText(report));
    return report;
  } finally {
    progress.end();
  }
}
