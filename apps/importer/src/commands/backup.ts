import { resolve } from 'node:path';

import { jsonLine, oneLine } from '@erply-kit/command-line';

import type { Command } from '../arguments.ts';
import type { CommandIO } from '../command-io.ts';
import { backUpDatabase } from '../database/sqlite/back-up-database.ts';
import { databasePath } from '../database-path.ts';
import { createFileProgress, sizeText } from '../output/file-progress.ts';
import { decimal } from '../output/table.ts';

/** `importer backup FILE`: copies the database into one file, also while an import runs. Asks Erply nothing. */
export async function backup(
  { json, database, file, force }: Extract<Command, { kind: 'backup' }>,
  { environment, stdout, stderr, signal, now, cwd }: CommandIO,
): Promise<number> {
  const from = databasePath(database ?? (environment.variables.DATABASE_URL || undefined), cwd);
  const path = resolve(cwd, file);
  const startedAt = now();
  const progress = createFileProgress({
    ...{ out: json ? stdout : stderr, event: 'backupProgress', json, now },
  });
  try {
    const bytes = await backUpDatabase({ from, to: path, force, signal, onProgress: progress.written });
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
