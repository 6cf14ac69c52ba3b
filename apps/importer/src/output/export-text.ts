import type { ExportedFile } from '../parquet/export-manifest.ts';
import { sizeText } from './file-progress.ts';
import { count, decimal, table } from './table.ts';

interface Exported {
  readonly folder: string;
  readonly files: readonly ExportedFile[];
  readonly seconds: number;
}

/** What `importer export` has written, for people. */
export function exportText({ folder, files, seconds }: Exported): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const rows = files.map((file) => [file.file, count(file.rows), sizeText(file.bytes)]);
  return `${table(['file', 'rows', 'size'], rows)}${folder}: ${files.length} files, ${sizeText(bytes)} in ${decimal(seconds)} s\n`;
}
