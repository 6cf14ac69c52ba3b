import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { sql } from 'kysely';
import { expect } from 'vitest';

import { startMock } from '@erply-kit/mock';
import { repository } from '@erply-kit/tooling';

import { databaseAddress } from '../../src/database/database-address.ts';
import { openForReading } from '../../src/database/open-database.ts';
import { firstRow } from '../../src/database/sql-database.ts';
import { allLanes } from '../../src/lane-arguments.ts';
import type { ExportManifest } from '../../src/parquet/export-manifest.ts';
import { exportedTables } from '../../src/parquet/exported-tables.ts';
import { readPages } from '../../src/parquet/read-pages.ts';
import { runImport } from '../../src/run-import.ts';
import type { TableDeclaration } from '../../src/tables/table-declaration.ts';
import { runMain } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openDuckDB } from './open-duckdb.ts';

const duckTypes = { text: 'VARCHAR', json: 'VARCHAR', integer: 'BIGINT', decimal: 'DOUBLE' } as const;

export const manifestIn = (folder: string): ExportManifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

/** `microUnits` is SQL for the sum of all prices, as an integer. Exports a copy of a shop from the database at the address, and compares what DuckDB reads with what the database says. */
export async function exportStory(
  databaseURL: string,
  { microUnits, products: count }: { readonly microUnits: string; readonly products: number },
): Promise<void> {
  await using erply = await startMock({ products: count, warehouses: 2, customers: 30, documents: 20 });
  using folder = temporaryFolder();
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  const address = databaseAddress(databaseURL, folder.path);
  const cards = erply.account('100001').data('products');
  cards.update(7, { name: 'Käse 🧀, "quoted"\nand more', price: 0.1, longdesc: 'Long' });
  await runImport({ credentials, database: address, lanes: allLanes });
  cards.remove(13);
  await runImport({ credentials, database: address });

  const target = join(folder.path, 'out', 'parquet');
  const result = await runMain(
    ['export', '--parquet', target, '--database', databaseURL, '--json'],
    {},
    { cwd: folder.path },
  );
  expect(result).toMatchObject({ exitCode: 0, stderr: '' });
  const manifest = manifestIn(target);
  expect(readdirSync(target).sort()).toEqual(
    ['manifest.json', ...exportedTables.map(({ name }) => `${name}.parquet`)].sort(),
  );
  for (const { file, bytes, sha256 } of manifest.files) {
    const data = readFileSync(join(target, file));
    expect([data.length, createHash('sha256').update(data).digest('hex')]).toEqual([bytes, sha256]);
    expect(statSync(join(target, file)).mode & 0o777).toBe(0o600);
  }
  expect(manifest.lanes.find(({ lane }) => lane === 'products')).toMatchObject({
    clientCode: '100001',
    watermark: expect.any(Number),
  });

  using duck = await openDuckDB();
  const from = (table: string) => `read_parquet('${join(target, `${table}.parquet`)}')`;
  await using database = await openForReading(address);
  for (const table of exportedTables) {
    const described = await duck.ask(`describe select * from ${from(table.name)}`);
    expect(described.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
      Object.entries(table.columns).map(([name, { type }]) => [name, duckTypes[type]]),
    );
    const rows = await duck.ask(`select * from ${from(table.name)}`);
    const stored: unknown[] = [];
    for await (const page of readPages(database, { table })) stored.push(...page.map((row) => ({ ...row })));
    expect(rows.map((row) => withNumbers(row, table))).toEqual(stored);
    expect(manifest.files.find((file) => file.table === table.name)?.rows).toBe(stored.length);
  }
  // More than a page, and what must not get lost on the way.
  const [products] = await duck.ask(`select count(*) as rows, count(deleted_at) as removed,
    sum((price::decimal(18, 6) * 1000000)::bigint) as money from ${from('products')}`);
  const { money } = await firstRow(
    database,
    sql`select ${sql.raw(microUnits)} as money from ${database.table('products')}`,
  );
  expect(products).toEqual({ rows: String(count), removed: '1', money: String(money) });
  expect(Number(money)).toBeGreaterThan(100_000);
  await runQueriesOfPage(duck.ask, target);
}

/** Runs the queries of the page about the importer, each of which finds something. */
async function runQueriesOfPage(ask: (text: string) => Promise<unknown[]>, target: string): Promise<void> {
  const page = readFileSync(join(repository, 'docs/importer.md'), 'utf8');
  const [, block = ''] = /## Parquet.*?```sql\n(.*?)```/s.exec(page) ?? [];
  const queries = block
    .replaceAll("'analysis/", `'${target}/`)
    .split(';')
    .filter((text) => text.trim() !== '');
  expect(queries).toHaveLength(3);
  for (const query of queries) expect(await ask(query), query).not.toEqual([]);
}

/** DuckDB gives BIGINT as text. */
const withNumbers = (row: Readonly<Record<string, unknown>>, { columns }: TableDeclaration) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      columns[name]?.type === 'integer' && value !== null ? Number(value) : value,
    ]),
  );
