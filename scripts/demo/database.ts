import { DatabaseSync } from 'node:sqlite';

import type { RecordFields, ShopRecords, Table } from './shop-records.ts';

/** Reads what the importer wrote, as anybody with SQL would: what is marked as deleted is left out. */
export function readDatabase(path: string): ShopRecords {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return { ...readAllButProductRows(database), products: readRecords(database, 'products') };
  } finally {
    database.close();
  }
}

/** All but the products. */
export function readAllButProductRows(database: DatabaseSync): Omit<ShopRecords, 'products'> {
  return {
    warehouses: readRecords(database, 'warehouses'),
    productGroups: readRecords(database, 'product_groups'),
    brands: readRecords(database, 'brands'),
    productCategories: readRecords(database, 'product_categories'),
    priorityGroups: readRecords(database, 'priority_groups'),
    productUnits: readRecords(database, 'product_units'),
    vatRates: readRecords(database, 'vat_rates'),
    priceLists: readRecords(database, 'price_lists'),
    priceListProducts: readRecords(database, 'price_list_products'),
    productPictures: readRecords(database, 'product_pictures'),
    productFiles: readRecords(database, 'product_files'),
    productPackages: readRecords(database, 'product_packages'),
    stock: readStock(database),
  };
}

/** Rows of a table that are not deleted; `more` narrows them down. */
export function readRecords(database: DatabaseSync, table: string, more = ''): Table {
  const rows = database.prepare(`SELECT id, record FROM ${table} WHERE deleted_at IS NULL ${more}`).all();
  return new Map(rows.map(({ id, record }) => [String(id), JSON.parse(String(record)) as RecordFields]));
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
