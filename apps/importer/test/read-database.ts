import { DatabaseSync } from 'node:sqlite';

/** The tables of records that are filled by default. */
export const recordTables = [
  ...['warehouses', 'product_groups', 'product_categories', 'priority_groups', 'brands', 'product_units'],
  ...['vat_rates', 'products', 'price_lists', 'price_list_products', 'product_pictures', 'product_files'],
  'product_packages',
];

/** What the database says the shop holds, by table and key. */
export function readDatabase(path: string, clientCode = '100001'): Record<string, Map<string, unknown>> {
  using database = new DatabaseSync(path, { readOnly: true });
  const records = (table: string) => {
    const rows = database.prepare(
      `SELECT id, record FROM ${table} WHERE client_code = ? AND deleted_at IS NULL`,
    );
    return new Map(rows.all(clientCode).map(({ id, record }) => [`${id}`, JSON.parse(String(record))]));
  };
  const amounts = database.prepare(
    'SELECT * FROM stock WHERE client_code = ? AND (amount_in_stock <> 0 OR amount_reserved <> 0)',
  );
  return {
    ...Object.fromEntries(recordTables.map((table) => [table, records(table)])),
    stock: new Map(
      amounts
        .all(clientCode)
        .map((row) => [`${row.product_id}/${row.warehouse_id}`, [row.amount_in_stock, row.amount_reserved]]),
    ),
  };
}
