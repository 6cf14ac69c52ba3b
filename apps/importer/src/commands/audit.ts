import { jsonLine, oneLine, UsageError } from '@erply-kit/command-line';
import { readAccount } from '@erply-kit/command-line/erply';
import type { AuditPlan, AuditReport } from '@erply-kit/sync';

import { auditDatabase } from '../audit-database.ts';
import type { CommandIO } from '../command-io.ts';
import { DatabaseError } from '../database/database-error.ts';
import { openForWriting } from '../database/open-database.ts';
import { addressOf } from '../options/database-options.ts';
import { readCount } from '../options/number-options.ts';
import type { Given } from '../options/option.ts';
import { type ReadingOptions, readingOptions, readReadingOptions } from '../options/reading-options.ts';
import { createAuditProgress } from '../output/audit-progress.ts';
import { auditPlanText, auditText } from '../output/audit-text.ts';
import { decimal } from '../output/table.ts';
import { seededRandom } from '../seeded-random.ts';
import { storeAudit } from '../store-audit.ts';
import { defineCommand } from './command.ts';

interface GivenAudit extends ReadingOptions {
  /** Rows of each lane that are looked at. Absent: all. */
  readonly sample?: number;
  /** What makes the sample. @default the time */
  readonly seed?: number;
  readonly maxUnits?: number;
}

const defaultSample = 1000;

/** Ends a comparison that has found differences: neither done (0) nor failed (1). */
const differenceExitCode = 3;

export const maxExamples = 20;

/** `importer audit`: compares the database with the account, and changes nothing in either. */
export const audit = defineCommand({
  options: {
    ...readingOptions,
    full: { type: 'boolean' },
    sample: { type: 'string' },
    seed: { type: 'string' },
    'max-units': { type: 'string' },
  },
  read: readAudit,
  run: compare,
});

function readAudit(given: Given): GivenAudit {
  const full = given.switches.has('full');
  const [sample, seed] = [readCount(given, 'sample'), readCount(given, 'seed')];
  if (full && (sample ?? seed) !== undefined)
    throw new UsageError('--full looks at all rows; leave out --sample and --seed');
  const maxUnits = readCount(given, 'max-units');
  return {
    ...readReadingOptions(given),
    ...(!full && { sample: sample ?? defaultSample }),
    ...(seed !== undefined && { seed }),
    ...(maxUnits !== undefined && { maxUnits }),
  };
}

async function compare(given: GivenAudit, io: CommandIO): Promise<number> {
  const { json, lanes, sample, maxUnits, connection } = given;
  const { environment, stdout, stderr, signal, now } = io;
  const credentials = readAccount(environment, connection);
  const progress = createAuditProgress({ out: json ? stdout : stderr, json, now });
  const seed = given.seed ?? Math.floor(now() / 1000);
  let planned = 0;
  const report = await auditDatabase({
    ...{ credentials, database: addressOf(given, io), lanes, signal, now, maxExamples },
    ...(sample !== undefined && { sample: { size: sample, random: seededRandom(seed) } }),
    onPlan: (plan: AuditPlan) => {
      planned = plan.costUnits;
      if (json) stdout.write(jsonLine({ event: 'auditPlan', ...plan }));
      else stderr.write(auditPlanText(plan));
      return maxUnits === undefined || planned <= maxUnits;
    },
    onProgress: progress.progress,
    onClientEvent: (event) => {
      if (event.kind === 'quotaWait') progress.quotaWait(event.resumesAt);
    },
  });
  if (!report) {
    const reason = `the audit would cost some ${decimal(planned)} units, more than --max-units ${maxUnits}`;
    stderr.write(`importer: ${reason}; nothing was asked: name fewer --lanes, or look at a --sample\n`);
    return 1;
  }
  await remember(report, given, io);
  const drawn = sample === undefined ? {} : { seed };
  stdout.write(json ? jsonLine({ event: 'audit', ...drawn, ...report }) : auditText(report));
  if (sample !== undefined && !json) stdout.write(`The same rows again: --sample ${sample} --seed ${seed}\n`);
  return exitCodeOfAudit(report, io);
}

/** What was found is printed also where an import that goes on keeps it from being stored. */
async function remember({ mode, lanes }: AuditReport, given: GivenAudit, io: CommandIO): Promise<void> {
  const { clientCode } = readAccount(io.environment, given.connection);
  try {
    await using database = await openForWriting(addressOf(given, io), { clientCode });
    await storeAudit(database, lanes, { clientCode, mode, auditedAt: Math.floor(io.now() / 1000) });
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    io.stderr.write(`importer: ${oneLine(error.message)}; status will not show this audit\n`);
  }
}

/** Says which lanes could not be compared, and what to do; 3 when there are differences. */
function exitCodeOfAudit(
  { outcome, lanes }: Pick<AuditReport, 'outcome' | 'lanes'>,
  { stderr }: Pick<CommandIO, 'stderr'>,
): number {
  for (const { lane, refusal, outcome: of } of lanes) {
    if (refusal) stderr.write(`importer: ${oneLine(refusal.message)}; run, and compare again\n`);
    else if (of === 'unready')
      stderr.write(`importer: ${lane}: its import is not at its end; run, and compare again\n`);
  }
  if (outcome === 'different') return differenceExitCode;
  return outcome === 'equal' ? 0 : 1;
}
