import { jsonLine } from '@erply-kit/command-line';
import { readAccount } from '@erply-kit/command-line/erply';
import type { Lane } from '@erply-kit/sync';

import type { CommandIO } from '../command-io.ts';
import { allLanes } from '../lane-arguments.ts';
import { addressOf } from '../options/database-options.ts';
import { type ReadingOptions, readingOptions, readReadingOptions } from '../options/reading-options.ts';
import { createAuditProgress } from '../output/audit-progress.ts';
import { createJsonProgress, createProgress } from '../output/progress.ts';
import { redriveText } from '../output/redrive-text.ts';
import { redriveDatabase } from '../redrive-database.ts';
import { defineCommand } from './command.ts';

interface GivenRedrive extends ReadingOptions {
  readonly lanes: readonly Lane[];
}

/** `importer redrive`: reads the records of dead letters again, and writes those that fit now. */
export const redrive = defineCommand({
  options: readingOptions,
  // Dead letters are few, so all lanes that have some are meant, those of people too.
  read: (given): GivenRedrive => ({
    ...readReadingOptions(given),
    ...(!given.texts.has('lanes') && { lanes: allLanes }),
  }),
  run: tryAgain,
});

async function tryAgain(given: GivenRedrive, io: CommandIO): Promise<number> {
  const { json, connection, lanes } = given;
  const { environment, stdout, stderr, signal, now } = io;
  const out = json ? stdout : stderr;
  const progress = createAuditProgress({ out, json, now });
  const { migrated } = json ? createJsonProgress(out) : createProgress(out, now);
  const redriven = await redriveDatabase({
    ...{ credentials: readAccount(environment, connection), database: addressOf(given, io) },
    ...{ lanes, signal, now, onMigrated: migrated },
    onClientEvent: (event) => {
      if (event.kind === 'quotaWait') progress.quotaWait(event.resumesAt);
    },
  });
  stdout.write(json ? jsonLine({ event: 'redrive', lanes: redriven }) : redriveText(redriven));
  const nameless = redriven.filter(({ withoutID }) => withoutID > 0).map(({ lane }) => lane);
  if (nameless.length > 0)
    stderr.write(
      `importer: records without an ID cannot be asked for; read them with run --full --lanes ${nameless.join(',')}\n`,
    );
  return 0;
}
