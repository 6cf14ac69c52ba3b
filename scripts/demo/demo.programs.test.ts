import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { repository, temporaryFolder } from '@erply-kit/tooling';

import { logIn } from './classic-api.ts';
import { compareShops } from './compare.ts';
import { compareFeed } from './compare-feed.ts';
import { readDatabase } from './database.ts';
import { demoAccount, demoEnvironment } from './demo-account.ts';
import { runApp } from './run-app.ts';
import { type DemoResult, runDemo } from './run-demo.ts';
import { readShop } from './shop.ts';
import { startFake } from './start-fake.ts';
import { faultsOf } from './verdict.ts';

describe('the demo', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let result: DemoResult;
  beforeAll(async () => {
    folder = await temporaryFolder('demo');
    result = await runDemo({ folder: folder.path, products: 2000, say: () => undefined });
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  test('ends without a difference and within its quota', () => {
    expect(faultsOf(result)).toEqual([]);
    const products = result.lines.find((line) => line.lane === 'products' && line.run === 'full');
    expect(products?.records).toBeGreaterThanOrEqual(2000);
    expect(products?.costUnits).toBeLessThanOrEqual(1);
  });

  test('leaves a database in which every SQL example of the docs finds something, but for those on documents', async () => {
    const examples = (await sqlExamples()).filter((example) => !isOnDocuments(example));
    expect(examples.length).toBeGreaterThanOrEqual(2);
    expectRows(result.database, examples);
  });
});

const isOnDocuments = (example: string) => /\b(sales_documents|purchase_documents|payments)\b/.test(example);

function expectRows(path: string, examples: readonly string[]): void {
  using database = new DatabaseSync(path, { readOnly: true });
  for (const example of examples) {
    const [first] = database.prepare(example).all();
    // A row of nulls or empty texts shows nothing.
    expect(Object.values(first ?? { '': null }), example).not.toContainEqual(expect.toBeOneOf([null, '']));
  }
}

test('every SQL example on documents finds something once they are copied', async () => {
  await using folder = await temporaryFolder('demo');
  const path = join(folder.path, 'erply.db');
  await using fake = await startFake(demoAccount.clientCode, ['--products', '200']);
  const env = demoEnvironment(fake, path);
  const lanes = ['--lanes', 'salesDocuments,payments,purchaseDocuments'];
  await runApp({ app: 'importer', args: ['run', ...lanes], env, cwd: folder.path });
  const examples = (await sqlExamples()).filter(isOnDocuments);
  expect(examples.length).toBeGreaterThanOrEqual(2);
  expectRows(path, examples);
});

/** Those for PostgreSQL's schema and for DuckDB's files have tests of their own. */
const isForSQLite = (example: string) => !/\berply\.|\.parquet\b/.test(example);

/** Every query of every page in `docs/` that is for the importer's database in SQLite. */
async function sqlExamples(): Promise<string[]> {
  const names = (await readdir(join(repository, 'docs'))).filter((name) => name.endsWith('.md'));
  const pages = await Promise.all(names.map((name) => readFile(join(repository, 'docs', name), 'utf8')));
  return pages
    .flatMap((page) => [...page.matchAll(/^```sql\n([\s\S]*?)^```/gm)].map(([, code = '']) => code))
    .flatMap((code) => code.split(/;\s*/).filter((statement) => /^(SELECT|WITH)\b/i.test(statement)))
    .filter(isForSQLite);
}

test('a single difference is found, in the database and in the feed', async () => {
  await using folder = await temporaryFolder('demo');
  const database = join(folder.path, 'erply.db');
  await using fake = await startFake(demoAccount.clientCode, ['--products', '50']);
  const env = demoEnvironment(fake, database);
  await runApp({ app: 'importer', args: ['run'], env, cwd: folder.path });
  await runApp({ app: 'stock-feed', args: ['run', '--out', folder.path], env, cwd: folder.path });
  const shop = await readShop(await logIn({ url: fake.url, ...demoAccount }), 50);
  expect(compareShops(shop, readDatabase(database))).toEqual([]);
  expect(await compareFeed(shop, folder.path)).toEqual([]);

  changeDatabase(database);
  const feed = join(folder.path, 'stock.ndjson');
  await writeFile(feed, (await readFile(feed, 'utf8')).replace(/"available":[\d.]+/, '"available":123456'));

  expect(compareShops(shop, readDatabase(database))).toMatchObject([
    { table: 'stock', field: 'amountInStock', copy: 123456 },
    { table: 'products', id: '7', field: 'name', copy: 'changed' },
  ]);
  expect(await compareFeed(shop, folder.path)).toMatchObject([
    { table: 'feed', field: 'available', copy: 123456 },
  ]);
});

function changeDatabase(path: string): void {
  const database = new DatabaseSync(path);
  database.exec(`UPDATE products SET record = json_set(record, '$.name', 'changed') WHERE id = 7`);
  database.exec(`UPDATE stock SET amount_in_stock = 123456 WHERE (product_id, warehouse_id) =
    (SELECT product_id, warehouse_id FROM stock WHERE amount_in_stock > 0 LIMIT 1)`);
  database.close();
}
