import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { temporaryFolder } from '../temporary-folder.ts';
import { logIn } from './classic-api.ts';
import { compareShops } from './compare.ts';
import { compareFeed } from './compare-feed.ts';
import { readDatabase } from './database.ts';
import { demoAccount, demoEnvironment } from './demo-account.ts';
import { runApp } from './run-app.ts';
import { runDemo } from './run-demo.ts';
import { readShop } from './shop.ts';
import { startFake } from './start-fake.ts';
import { faultsOf } from './verdict.ts';

test('the demo ends without a difference and within its quota', async () => {
  await using folder = await temporaryFolder('demo');
  const result = await runDemo({ folder: folder.path, products: 5000, say: () => undefined });
  expect(faultsOf(result)).toEqual([]);
  const products = result.lines.find((line) => line.lane === 'products' && line.run === 'full');
  expect(products?.records).toBeGreaterThanOrEqual(5000);
  expect(products?.costUnits).toBeLessThanOrEqual(2);
});

test('a single difference is found, in the database and in the feed', async () => {
  await using folder = await temporaryFolder('demo');
  const database = join(folder.path, 'erply.db');
  await using fake = await startFake(demoAccount.clientCode, ['--products', '50']);
  const env = demoEnvironment(fake, database);
  await runApp({ app: 'importer', args: ['run'], env });
  await runApp({ app: 'stock-feed', args: ['run', '--out', folder.path], env });
  const shop = await readShop(await logIn({ url: fake.url, ...demoAccount }), 50);
  expect(compareShops(shop, readDatabase(database))).toEqual([]);
  expect(await compareFeed(shop, folder.path)).toEqual([]);

  changeDatabase(database);
  const feed = join(folder.path, 'stock.ndjson');
  await writeFile(feed, (await readFile(feed, 'utf8')).replace(/"available":[\d.]+/, '"available":123456'));

  expect(compareShops(shop, readDatabase(database))).toMatchObject([
    { table: 'products', id: '7', field: 'name', copy: 'changed' },
    { table: 'stock', field: 'amountInStock', copy: 123456 },
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
