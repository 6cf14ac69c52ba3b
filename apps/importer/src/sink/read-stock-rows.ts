import { sql } from 'kysely';

import type { KeyRange, RowKey, StoredRow } from '@erply-kit/sync';

import type { ResultRow, SqlSession } from '../database/sql-database.ts';
import type { SqlRow } from './lane-table.ts';
import { hasAmount } from './stock-conditions.ts';

/** The amounts under these keys, those that are 0 too. */
export async function readStockRows(
  session: SqlSession,
  keys: readonly RowKey[],
  { clientCode, names }: { readonly clientCode: string; readonly names: readonly string[] },
): Promise<StoredRow<SqlRow>[]> {
  if (keys.length === 0) return [];
  const list = session.list(
    { id: 'integer', warehouse_id: 'integer' },
    keys.map(({ id, warehouseID = null }) => [id, warehouseID]),
  );
  const found = await session.all(sql`
    select product_id, warehouse_id, ${sql.join(names.map((name) => sql.ref(name)))} from ${session.table('stock')}
    where client_code = ${clientCode}
    and (product_id, warehouse_id) in (select v.id, v.warehouse_id from ${list})`);
  return found.map((row) => {
    const values = names.map((name) => row[name] ?? null);
    return { ...keyOf(row), removed: false, row: { ...keyOf(row), values } };
  });
}

/** Keys of amounts that are not 0, by product and warehouse. */
export async function listStockKeys(
  session: SqlSession,
  { after, limit }: KeyRange,
  clientCode: string,
): Promise<RowKey[]> {
  const { id = 0, warehouseID = 0 } = after ?? {};
  const found = await session.all(sql`
    select t.product_id, t.warehouse_id from ${session.table('stock')} as t
    where t.client_code = ${clientCode} and (t.product_id, t.warehouse_id) > (${id}, ${warehouseID}) and ${hasAmount}
    order by t.product_id, t.warehouse_id limit ${limit}`);
  return found.map(keyOf);
}

const keyOf = (row: ResultRow) => ({ id: Number(row.product_id), warehouseID: Number(row.warehouse_id) });
