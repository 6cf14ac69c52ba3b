import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';
import { brands, products } from '@erply-kit/sync';

import { sqliteAddress } from '../src/database/database-address.ts';
import { runImport } from '../src/run-import.ts';
import { readDatabase } from './read-database.ts';
import { readShop } from './read-shop.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a shop is copied in full, changes, and is equal again after the next run', async () => {
  await using erply = await startMock({ seed: 3, products: 120, warehouses: 3 });
  using folder = temporaryFolder();
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  const databasePath = join(folder.path, 'data', 'erply.db');
  const account = erply.account('100001');

  const full = await runImport({ credentials, database: sqliteAddress(databasePath) });
  expect(full.lanes.map(({ mode }) => mode)).toEqual(Array(14).fill('full'));
  expect(readDatabase(databasePath)).toEqual(await readShop(credentials));

  account.clock.advance('1h');
  const cards = account.data('products');
  const added = cards.insert({ name: 'New', groupID: 1, code: 'NEW-1' });
  cards.update(10, { name: 'Renamed' });
  cards.update(11, { status: 'ARCHIVED' });
  // The last two have pictures and files, which go with them.
  for (const id of [12, 13, 16]) cards.remove(id);
  account.data('productGroups').insert({ name: 'New group', parentGroupID: 1 });
  account.data('brands').insert({ name: 'New brand' });
  account.data('productCategories').insert({ productCategoryName: 'New category' });
  account.data('priorityGroups').insert({ priorityGroupName: 'New priority' });
  account.data('priceLists').insert({ name: 'New list', active: 1 });
  account.data('pricelistProducts').insert({ priceListID: 4, productID: added, price: 1 });
  account.data('productPictures').insert({ productID: added, name: 'New picture' });
  account.data('productFiles').insert({ productID: added, name: 'New file', typeID: 1 });
  // Rows of a list go with it, without a word in the log.
  account.data('priceLists').remove(2);
  account.data('warehouses').update(2, { name: 'Moved' });
  account.stockMovements.insert({ productID: added, warehouseID: 1, amount: 7 });

  const changes = await runImport({ credentials, database: sqliteAddress(databasePath) });
  expect(changes.lanes.map(({ lane, mode, records, deletions }) => [lane, mode, records, deletions])).toEqual(
    [
      ['warehouses', 'full', 3, 0],
      ['productGroups', 'incremental', 1, 0],
      ['productCategories', 'incremental', 1, 0],
      ['priorityGroups', 'incremental', 1, 0],
      ['brands', 'incremental', 1, 0],
      ['productUnits', 'incremental', 0, 0],
      ['vatRates', 'incremental', 0, 0],
      ['products', 'incremental', 3, 3],
      ['stock', 'incremental', 1, expect.any(Number)],
      ['priceLists', 'incremental', 1, 1],
      ['priceListProducts', 'incremental', 1, 0],
      ['productPictures', 'incremental', 1, 0],
      ['productFiles', 'incremental', 1, 0],
      ['productPackages', 'incremental', 0, 0],
    ],
  );
  expect(readDatabase(databasePath)).toEqual(await readShop(credentials));
});

test('a full import of 5,000 products costs at most 2 units, the login included', async () => {
  await using erply = await startMock({ products: 5000 });
  using folder = temporaryFolder();
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  const report = await runImport({
    credentials,
    database: sqliteAddress(join(folder.path, 'erply.db')),
    lanes: [products],
  });
  expect(report.lanes).toMatchObject([{ mode: 'full', records: 5000 }]);
  expect(report.costUnits).toBeLessThanOrEqual(2);
});

test('a brand that was deleted is marked by the run a day later, and its row stays', async () => {
  const start = Date.parse('2026-03-02T10:00:00Z');
  await using erply = await startMock({ products: 20, now: start / 1000, frozen: true });
  using folder = temporaryFolder();
  const databasePath = join(folder.path, 'erply.db');
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  let hours = 0;
  const run = async () => {
    const options = {
      credentials,
      database: sqliteAddress(databasePath),
      lanes: [brands],
      now: () => start + hours * 3_600_000,
    };
    const { lanes } = await runImport(options);
    return lanes.map(({ mode, deletions }) => [mode, deletions])[0];
  };
  const removed = () => {
    using database = new DatabaseSync(databasePath, { readOnly: true });
    return database.prepare('SELECT id, name FROM brands WHERE deleted_at IS NOT NULL').all();
  };
  const account = erply.account('100001');
  expect(await run()).toEqual(['full', 0]);
  const { name } = account.data('brands').get(7);
  account.data('brands').remove(7);
  for (hours of [1, 23]) {
    account.clock.advance(hours === 1 ? '1h' : '22h');
    expect(await run()).toEqual(['incremental', 0]);
  }
  expect(removed()).toEqual([]);
  hours = 24;
  account.clock.advance('1h');
  expect(await run()).toEqual(['full', 1]);
  expect(removed()).toEqual([{ id: 7, name }]);
});

test('the nasty shop arrives as it is', async () => {
  await using erply = await startMock({ dataset: 'nasty' });
  using folder = temporaryFolder();
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  const databasePath = join(folder.path, 'erply.db');
  const report = await runImport({ credentials, database: sqliteAddress(databasePath) });
  expect(report.lanes.every(({ deadLetters }) => deadLetters === 0)).toBe(true);
  expect(readDatabase(databasePath)).toEqual(await readShop(credentials));
});

test('two accounts in one database do not touch each other', async () => {
  await using erply = await startMock({ products: 60, warehouses: 2 });
  using folder = temporaryFolder();
  const databasePath = join(folder.path, 'erply.db');
  const credentialsOf = (clientCode: string) => ({
    clientCode,
    username: 'demo',
    password: 'demouser',
    url: erply.url,
  });
  erply.account('200002').data('products').remove(5);
  for (const code of ['100001', '200002'])
    await runImport({ credentials: credentialsOf(code), database: sqliteAddress(databasePath) });
  for (const code of ['100001', '200002'])
    expect(readDatabase(databasePath, code)).toEqual(await readShop(credentialsOf(code)));
});
