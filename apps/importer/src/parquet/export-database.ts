import { sql } from 'kysely';

import { assertCurrent } from '../database/assert-current.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import { DatabaseError, explainError } from '../database/database-error.ts';
import { openForReading } from '../database/open-database.ts';
import { schemaVersion } from '../database/schema.ts';
import type { SqlSession } from '../database/sql-database.ts';
import type { TableDeclaration } from '../tables/table-declaration.ts';
import {
  type ExportedFile,
  type ExportedLane,
  type ExportManifest,
  manifestText,
} from './export-manifest.ts';
import { type ExportFolder, fileOf, openExportFolder } from './open-export-folder.ts';
import { readPages } from './read-pages.ts';
import { writeTable } from './write-table.ts';

export interface ExportOptions {
  readonly database: DatabaseAddress;
  /** Path of the folder. */
  readonly folder: string;
  readonly tables: readonly TableDeclaration[];
  /** Rows of this account only. */
  readonly clientCode?: string | undefined;
  /** Takes a folder that holds other files, too. */
  readonly force: boolean;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called page by page with the rows of a table that were taken so far. */
  readonly onProgress: (table: string, rows: number) => void;
}

/**
 * Writes tables as Parquet files, all of one state of the database, beside a manifest. Importing goes on meanwhile.
 *
 * @throws DatabaseError, UsageError when the folder holds other files. The folder is as it was then.
 */
export async function exportDatabase(options: ExportOptions): Promise<ExportManifest> {
  await using database = await openForReading(options.database);
  await assertCurrent(database);
  try {
    using folder = openExportFolder({ path: options.folder, force: options.force });
    const exportedAt = new Date(options.now()).toISOString();
    const parts = await database.snapshot(async (session) => ({
      lanes: await readLanes(session, options, database.label),
      files: await writeFiles(session, { ...options, into: folder }),
    }));
    const manifest = { schemaVersion, exportedAt, ...parts };
    options.signal.throwIfAborted();
    folder.publish(
      parts.files.map(({ file }) => file),
      manifestText(manifest),
    );
    return manifest;
  } catch (error) {
    // Errors of the database come explained.
    throw explainError(error, options.folder);
  }
}

async function readLanes(
  session: SqlSession,
  { clientCode }: ExportOptions,
  label: string,
): Promise<ExportedLane[]> {
  const rows = await session.all(
    sql`select client_code, lane, watermark from ${session.table('sync_state')} order by client_code, lane`,
  );
  const lanes = rows.map((row) => ({
    clientCode: String(row.client_code),
    lane: String(row.lane),
    watermark: row.watermark === null ? null : Number(row.watermark),
  }));
  if (clientCode === undefined) return lanes;
  const own = lanes.filter((lane) => lane.clientCode === clientCode);
  if (own.length === 0) throw new DatabaseError(label, `holds no account ${clientCode}`);
  return own;
}

async function writeFiles(
  session: SqlSession,
  options: ExportOptions & { readonly into: ExportFolder },
): Promise<ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (const table of options.tables) {
    const file = fileOf(table.name);
    const written = await writeTable(readPages(session, { ...options, table }), {
      ...{ table, path: options.into.pathOf(file) },
      onProgress(rows) {
        options.signal.throwIfAborted();
        options.onProgress(table.name, rows);
      },
    });
    files.push({ file, table: table.name, ...written });
  }
  return files;
}
