import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import { fileWriter, ParquetWriter } from 'hyparquet-writer';

import type { ResultRow } from '../database/sql-database.ts';
import type { TableDeclaration } from '../tables/table-declaration.ts';
import { parquetSchema, parquetValue } from './parquet-schema.ts';

/** A row group is in memory as a whole: it ends at so many rows, or at so many characters. */
const groupRows = 50_000;
const groupCharacters = 16_000_000;

export interface WrittenTable {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

interface Writing {
  readonly table: TableDeclaration;
  readonly path: string;
  /** Called after each page with the rows that were taken so far. */
  readonly onProgress: (rows: number) => void;
}

/** Writes rows into a Parquet file, readable by its owner only. It is on the disk when this ends. */
export async function writeTable(
  pages: AsyncIterable<readonly ResultRow[]>,
  { table, path, onProgress }: Writing,
): Promise<WrittenTable> {
  closeSync(openSync(path, 'wx', 0o600));
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: parquetSchema(table),
    createdBy: 'erply-importer',
  });
  let group = new RowGroup(table);
  let rows = 0;
  for await (const page of pages) {
    group.add(page);
    rows += page.length;
    if (group.isFull) {
      await writer.write(group.data());
      group = new RowGroup(table);
    }
    onProgress(rows);
  }
  if (group.rows > 0) await writer.write(group.data());
  await writer.finish();
  return { rows, ...(await sealFile(path)) };
}

/** Rows by column, until they are written. */
class RowGroup {
  rows = 0;
  #characters = 0;
  readonly #columns;

  constructor({ columns }: TableDeclaration) {
    this.#columns = Object.entries(columns).map(([name, { type }]) => ({
      name,
      type,
      data: [] as unknown[],
    }));
  }

  get isFull(): boolean {
    return this.rows >= groupRows || this.#characters >= groupCharacters;
  }

  add(page: readonly ResultRow[]): void {
    this.rows += page.length;
    for (const { name, type, data } of this.#columns)
      for (const row of page) {
        const value = row[name] ?? null;
        if (typeof value === 'string') this.#characters += value.length;
        data.push(parquetValue(type, value));
      }
  }

  data() {
    return { columnData: this.#columns.map(({ name, data }) => ({ name, data })), rowGroupSize: this.rows };
  }
}

async function sealFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: statSync(path).size, sha256: hash.digest('hex') };
}
