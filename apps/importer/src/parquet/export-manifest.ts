import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says that a manifest is one of an export. */
const format = 'erply-importer-parquet';

export const manifestName = 'manifest.json';

/** A file of an export. */
export interface ExportedFile {
  readonly file: string;
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** How far a lane is in the export. */
export interface ExportedLane {
  readonly clientCode: string;
  readonly lane: string;
  /** Seconds of Erply's clock; null before the first pass is whole. */
  readonly watermark: number | null;
}

/** What an export holds. */
export interface ExportManifest {
  readonly schemaVersion: number;
  /** When the export began, in ISO 8601, by this machine's clock. */
  readonly exportedAt: string;
  readonly files: readonly ExportedFile[];
  readonly lanes: readonly ExportedLane[];
}

export const manifestText = (manifest: ExportManifest): string =>
  `${JSON.stringify({ format, ...manifest }, null, 2)}\n`;

/** Names of the files of the export in a folder; undefined where there is no manifest of one. */
export function readExportedNames(folder: string): readonly string[] | undefined {
  try {
    const found = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'));
    if (found?.format !== format || !Array.isArray(found.files)) return undefined;
    return found.files.map((one: ExportedFile) => String(one?.file));
  } catch {
    return undefined;
  }
}
