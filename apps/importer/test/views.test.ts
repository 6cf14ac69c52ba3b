import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { sqliteAddress } from '../src/database/database-address.ts';
import { runImport } from '../src/run-import.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A copy of a shop of 60 products and 3 locations, in which some have changed since. */
async function openCopy() {
  const erply = await startMock({ products: 60, warehouses: 3 });
  const folder = temporaryFolder();
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  const databasePath = join(folder.path, 'erply.db');
  const account = erply.account('100001');
  await runImport({ credentials, database: sqliteAddress(databasePath) });
  const cards = account.data('products');
  cards.update(10, { status: 'ARCHIVED' });
  cards.update(11, { status: 'NOT_FOR_SALE' });
  cards.update(12, { name: 'Renamed' });
  cards.remove(13);
  const added = cards.insert({ name: 'New', groupID: 1, code: 'NEW-1' });
  const places = account.data('warehouses');
  places.update(2, { isOfflineInventory: 1 });
  places.update(3, { isOfflineInventory: 0 });
  for (const [warehouseID, amount] of [
    [1, 7],
    [2, 30],
    [3, 2],
  ] as const)
    account.stockMovements.insert({ productID: added, warehouseID, amount });
  await runImport({ credentials, database: sqliteAddress(databasePath) });
  const database = new DatabaseSync(databasePath);
  return {
    added,
    ask: (text: string) => database.prepare(text).all() as Record<string, unknown>[],
    async [Symbol.asyncDispose]() {
      database.close();
      await erply[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

test('sellable products have names, prices, and what is available in locations that are not offline', async () => {
  await using copy = await openCopy();
  const rows = copy.ask('SELECT * FROM sellable_products');
  const all = copy.ask('SELECT id, record FROM products').map(({ id, record }) => ({
    ...(JSON.parse(String(record)) as Record<string, unknown>),
    id: Number(id),
  }));
  const isOffered = ({ id, type, status }: (typeof all)[number] & { type?: unknown; status?: unknown }) =>
    type !== 'MATRIX' && (status === 'ACTIVE' || status === 'NO_LONGER_ORDERED') && id !== 13;
  const left = all.filter(isOffered).map(({ id }) => id);
  expect(left).not.toContain(10);
  expect(rows.map(({ product_id }) => product_id).sort()).toEqual(left.sort());
  expect(rows.find(({ product_id }) => product_id === copy.added)).toMatchObject({
    ...{ client_code: '100001', code: 'NEW-1', name: 'New', group_id: 1 },
    ...{ amount_in_stock: 9, amount_reserved: 0, available: 9 },
  });
  const names = copy.ask(`SELECT s.group_name, g.name FROM sellable_products s
    JOIN product_groups g ON g.id = s.group_id WHERE s.product_id = ${copy.added}`);
  expect(names).toEqual([{ group_name: expect.any(String), name: names[0]?.group_name }]);
});

test('a product without an amount has 0 of it when stock was read, and nothing is said before', async () => {
  await using copy = await openCopy();
  copy.ask('DELETE FROM stock WHERE product_id = 12');
  const available = () =>
    copy.ask('SELECT available FROM sellable_products WHERE product_id = 12')[0]?.available;
  expect(available()).toBe(0);
  copy.ask("UPDATE sync_state SET watermark = NULL WHERE lane = 'stock'");
  expect(available()).toBeNull();
});

test('available stock is what is there less what is reserved, offline locations too, and says so', async () => {
  await using copy = await openCopy();
  copy.ask(`UPDATE stock SET amount_reserved = 3 WHERE product_id = ${copy.added} AND warehouse_id = 3`);
  expect(
    copy.ask(`SELECT warehouse_id, is_offline, amount_in_stock, available FROM available_stock
      WHERE product_id = ${copy.added} ORDER BY 1`),
  ).toEqual([
    { warehouse_id: 1, is_offline: 0, amount_in_stock: 7, available: 7 },
    { warehouse_id: 2, is_offline: 1, amount_in_stock: 30, available: 30 },
    { warehouse_id: 3, is_offline: 0, amount_in_stock: 2, available: -1 },
  ]);
  expect(copy.ask('SELECT 1 FROM available_stock WHERE product_id = 13')).toEqual([]);
});

test('what changed in the last day and what was deleted, of all tables', async () => {
  await using copy = await openCopy();
  const changes = copy.ask(
    "SELECT table_name, id, change FROM changes_of_last_day WHERE table_name = 'products' ORDER BY id",
  );
  expect(changes).toEqual([
    ...[10, 11, 12].map((id) => ({ table_name: 'products', id, change: 'changed' })),
    { table_name: 'products', id: 13, change: 'deleted' },
    { table_name: 'products', id: copy.added, change: 'added' },
  ]);
  expect(copy.ask('SELECT table_name, id FROM deleted_records')).toEqual([
    { table_name: 'products', id: 13 },
  ]);
  copy.ask(
    'UPDATE products SET last_modified = last_modified - 90000, added = added - 90000, deleted_at = deleted_at - 90000',
  );
  expect(copy.ask("SELECT 1 FROM changes_of_last_day WHERE table_name = 'products'")).toEqual([]);
});
