import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { logIn } from '../demo/classic-api.ts';
import { demoAccount, demoEnvironment } from '../demo/demo-account.ts';
import { runApp } from '../demo/run-app.ts';
import { startFake } from '../demo/start-fake.ts';
import { compareLargeShop } from './compare-large-shop.ts';

test('a single difference is found on any page, in the database and in both feeds', async () => {
  await using folder = await temporaryFolder('large-shop');
  // Two pages of products, the second one short.
  const productCount = 1200;
  await using fake = await startFake(demoAccount.clientCode, ['--products', String(productCount)]);
  const database = join(folder.path, 'erply.db');
  const env = demoEnvironment(fake, database);
  await runApp({ app: 'importer', args: ['run'], env, cwd: folder.path });
  await runApp({ app: 'stock-feed', args: ['run', '--out', folder.path], env, cwd: folder.path });
  const api = await logIn({ url: fake.url, ...demoAccount });
  const copies = { api, productCount, database, feed: folder.path };
  const untouched = await compareLargeShop(copies);
  expect(untouched.differences).toEqual([]);
  expect(untouched.products.size).toBe(productCount);
  // At least each product, and a row of stock and two of the feeds for every second one.
  expect(untouched.records).toBeGreaterThan(2.5 * productCount);

  changeDatabase(database);
  await changeFile(join(folder.path, 'stock.csv'), /^(1,1,)[\d.]+/m);
  await changeFile(join(folder.path, 'stock.ndjson'), /("available":)[\d.]+/);

  const { differences } = await compareLargeShop(copies);
  expect(differences).toMatchObject([
    { table: 'products', id: '7', field: 'name', copy: 'changed' },
    { table: 'products', id: '1000', field: '(record)', copy: 'missing' },
    { table: 'products', id: '1201', field: '(record)', shop: 'missing' },
    { table: 'stock', field: 'amountInStock', copy: 123456 },
    { table: 'feed', field: 'available', copy: 123456 },
    { table: 'feed as CSV', field: 'available', copy: 123456 },
  ]);
});

/** One record differs, the last one of the first page is gone, and there is one behind the last. */
function changeDatabase(path: string): void {
  using database = new DatabaseSync(path);
  database.exec(`UPDATE products SET record = json_set(record, '$.name', 'changed') WHERE id = 7`);
  database.exec('UPDATE products SET deleted_at = 1 WHERE id = 1000');
  database.exec('CREATE TEMP TABLE copy AS SELECT * FROM products WHERE id = 1200');
  database.exec('UPDATE copy SET id = 1201');
  database.exec('INSERT INTO products SELECT * FROM copy');
  database.exec(`UPDATE stock SET amount_in_stock = 123456 WHERE (product_id, warehouse_id) =
    (SELECT product_id, warehouse_id FROM stock WHERE amount_in_stock > 0 LIMIT 1)`);
}

/** The number behind what is found in brackets becomes another one. */
async function changeFile(path: string, amount: RegExp): Promise<void> {
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace(amount, (_, before) => `${before}123456`),
  );
}
