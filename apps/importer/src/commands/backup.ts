import { resolve } from 'node:path';

import { jsonLine, oneLine, UsageError } from '@erply-kit/command-line';

import type { CommandIO } from '../command-io.ts';
import { DatabaseError } from '../database/database-error.ts';
import { backUpDatabase } from '../database/sqlite/back-up-database.ts';
import {
  addressOf,
  type DatabaseOptions,
  databaseOptions,
  readDatabaseOptions,
} from '../options/database-options.ts';
import type { Given } from '../options/option.ts';
import { createFileProgress, sizeText } from '../output/file-progress.ts';
import { decimal } from '../output/table.ts';
import { defineCommand } from './command.ts';

interface GivenBackup extends DatabaseOptions {
  readonly file: string;
  /** Replaces a file that is there. */
  readonly force: boolean;
}

/** `importer backup FILE`: copies the database into one file, also while an import runs. Asks Erply nothing. */
export const backup = defineCommand({
  options: { ...databaseOptions, force: { type: 'boolean' } },
  operands: { count: 1, what: 'one FILE' },
  read: readBackup,
  run: copyInto,
});

function readBackup(given: Given): GivenBackup {
  const [file] = given.words;
  if (!file) throw new UsageError('say which file to write: importer backup FILE');
  return { ...readDatabaseOptions(given), file, force: given.switches.has('force') };
}

async function copyInto(options: GivenBackup, io: CommandIO): Promise<number> {
  const { json, file, force } = options;
  const { stdout, stderr, signal, now, cwd } = io;
  const from = addressOf(options, io);
  if (from.kind === 'postgres')
    throw new DatabaseError(
      from.label,
      `a backup of PostgreSQL is made by its own pg_dump: pg_dump --schema=${from.schema}`,
    );
  const path = resolve(cwd, file);
  const startedAt = now();
  const progress = createFileProgress({
    ...{ out: json ? stdout : stderr, event: 'backupProgress', json, now },
  });
  try {
    const bytes = await backUpDatabase({
      from: from.path,
      to: path,
      force,
      signal,
      onProgress: progress.written,
    });
    const seconds = Math.max(0, now() - startedAt) / 1000;
    progress.end();
    stdout.write(
      json
        ? jsonLine({ event: 'backup', path, bytes, seconds })
        : `${oneLine(path)}: ${sizeText(bytes)} in ${decimal(seconds)} s\n`,
    );
    return 0;
  } finally {
    progress.end();
  }
}
