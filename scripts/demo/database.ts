import { DatabaseSync } from 'node:sqlite';

import type { RecordFields, Table } from './compare.ts';
import type { ShopRecords } from './shop.ts';

/** Reads what the importer wrote, as anybody with SQL would: what is marked as deleted is left out. */
export function readDatabase(path: string): ShopRecords {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const records = (table: string): Table =>
      new Map(
        database
          .prepare(`SELECT id, record FROM ${table} WHERE deleted_at IS NULL`)
          .all()
          .map(({ id, record }) => [String(id), JSON.parse(String(record)) as RecordFields]),
      );
    return {
      warehouses: records('warehouses'),
      productGroups: records('product_groups'),
      products: records('products'),
      stock: readStock(database),
    };
  } finally {
    database.close();
  }
}

function readStock(database: DatabaseSync): Table {
  const rows = database
    .prepare(
      `SELECT product_id, warehouse_id, amount_in_stock AS amountInStock, amount_reserved AS amountReserved
       FROM stock WHERE amount_in_stock <> 0`,
    )
    .all();
  return new Map(
    rows.map(({ product_id, warehouse_id, ...amounts }) => [`${product_id}/${warehouse_id}`, amounts]),
  );
}
