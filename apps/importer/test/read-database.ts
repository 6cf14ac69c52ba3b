import { DatabaseSync } from 'node:sqlite';

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
    warehouses: records('warehouses'),
    product_groups: records('product_groups'),
    brands: records('brands'),
    products: records('products'),
    stock: new Map(
      amounts
        .all(clientCode)
        .map((row) => [`${row.product_id}/${row.warehouse_id}`, [row.amount_in_stock, row.amount_reserved]]),
    ),
  };
}
