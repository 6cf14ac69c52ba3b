import { resolve } from 'node:path';

import { jsonLine, oneLine, UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';

import type { CommandIO } from '../command-io.ts';
import {
  addressOf,
  type DatabaseOptions,
  databaseOptions,
  readDatabaseOptions,
} from '../options/database-options.ts';
import type { Given } from '../options/option.ts';
import { createExportProgress } from '../output/export-progress.ts';
import { exportText } from '../output/export-text.ts';
import { exportedTables } from '../parquet/exported-tables.ts';
import type { TableDeclaration } from '../tables/table-declaration.ts';
import { defineCommand } from './command.ts';

interface GivenExport extends DatabaseOptions {
  readonly folder: string;
  readonly tables: readonly TableDeclaration[];
  readonly clientCode?: string;
  /** Takes a folder that holds other files, too. */
  readonly force: boolean;
}

/** `importer export --parquet DIR`: writes the tables as Parquet files. Asks Erply nothing. */
export const exportParquet = defineCommand({
  options: {
    ...databaseOptions,
    parquet: { type: 'string' },
    tables: { type: 'string' },
    account: { type: 'string' },
    force: { type: 'boolean' },
  },
  read: readExport,
  run: writeExport,
});

function readExport(given: Given): GivenExport {
  const textOf = (name: string) => given.texts.get(name)?.at(-1);
  const [folder, clientCode] = [textOf('parquet'), textOf('account')];
  if (!folder) throw new UsageError('say which folder to write: importer export --parquet DIR');
  return {
    ...readDatabaseOptions(given),
    ...{ folder, tables: readTables(textOf('tables')), force: given.switches.has('force') },
    ...(clientCode !== undefined && { clientCode }),
  };
}

/** The tables of a list such as `products,stock`, each once. */
function readTables(list: string | undefined): readonly TableDeclaration[] {
  if (list === undefined) return exportedTables;
  const names = exportedTables.map(({ name }) => name);
  const typed = list.split(',').map((name) => name.trim());
  const unknown = typed.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--tables: there is no table "${unknown}"${didYouMean(unknown, names) || `; there are ${names.join(', ')}`}`,
    );
  return exportedTables.filter(({ name }) => typed.includes(name));
}

async function writeExport(given: GivenExport, io: CommandIO): Promise<number> {
  const { stdout, stderr, signal, now, cwd } = io;
  const { json } = given;
  const folder = resolve(cwd, given.folder);
  const startedAt = now();
  const progress = createExportProgress({ out: json ? stdout : stderr, json, now });
  try {
    const { files, lanes } = await (await import('../parquet/export-database.ts')).exportDatabase({
      ...given,
      ...{ folder, signal, now, database: addressOf(given, io), onProgress: progress.taken },
    });
    progress.end();
    const seconds = Math.max(0, now() - startedAt) / 1000;
    stdout.write(
      json
        ? jsonLine({ event: 'export', path: folder, files, lanes, seconds })
        : exportText({ folder: oneLine(folder), files, seconds }),
    );
    return 0;
  } finally {
    progress.end();
  }
}
