import type { DatabaseSync } from 'node:sqlite';

import { type Batch, MappingError } from '@erply-kit/sync';

import type { FieldColumn } from '../tables/columns.ts';
import type { LaneTable, SqlRow } from './lane-table.ts';

type StockBatch = Batch<SqlRow>;

/** The amounts of one account, and the full read of them that is under way. */
export function openStockTable(
  database: DatabaseSync,
  clientCode: string,
  columns: Readonly<Record<string, FieldColumn>>,
): LaneTable {
  const statements = prepare(database);
  const readers = Object.values(columns).map(({ read }) => read);

  function stage(
    { generation, rows, deadLetters }: StockBatch,
    { warehouseID, fresh }: NonNullable<Batch['stage']>,
  ) {
    if (fresh) statements.clear.run(clientCode, generation, warehouseID);
    for (const { id, values } of rows)
      statements.stage.run(clientCode, generation, warehouseID, id, ...values);
    for (const { id } of deadLetters) {
      if (id !== undefined) statements.stage.run(clientCode, generation, warehouseID, id, null, null);
    }
  }

  function put({ generation, rows, deletions }: StockBatch) {
    for (const { id, warehouseID, values } of rows) {
      statements.put.run(clientCode, id, warehouseID ?? null, generation, ...values);
    }
    for (const { id } of deletions) statements.zeroProduct.run(clientCode, id);
  }

  function close({ generation }: StockBatch) {
    statements.zeroUnseen.run(generation, clientCode, generation);
    statements.putStaged.run(clientCode, generation);
    statements.clearAll.run(clientCode);
  }

  return {
    toRow({ id, warehouseID, record }) {
      if (warehouseID === undefined) throw new MappingError('warehouseID', 'missing');
      const amounts = record as Readonly<Record<string, unknown>>;
      return { id, warehouseID, values: readers.map((read) => read(amounts)) };
    },
    survey(generation, warehouses) {
      const counted = warehouses ? JSON.stringify(warehouses) : null;
      const { alive, unseen } = statements.survey.get(generation, clientCode, counted, counted) ?? {};
      const emptied = statements.emptied
        .all(clientCode, generation)
        .map(({ warehouse_id }) => Number(warehouse_id));
      const seen = Number(statements.staged.get(clientCode, generation)?.staged);
      return { alive: Number(alive), unseen: Number(unseen), seen, emptied };
    },
    countAlive: (ids) => ids.filter((id) => statements.hasStock.get(clientCode, id)).length,
    countSeen: (ids, generation) =>
      ids.filter((id) => statements.isSeen.get(clientCode, id, generation)).length,
    write(batch) {
      if (batch.stage) stage(batch, batch.stage);
      else put(batch);
      if (batch.close) close(batch);
    },
  };
}

const key = 's.client_code = t.client_code AND s.warehouse_id = t.warehouse_id';
const hasAmount = '(t.amount_in_stock <> 0 OR t.amount_reserved <> 0)';
const isStaged = `SELECT 1 FROM stock_staged s WHERE ${key} AND s.product_id = t.product_id AND s.generation = ?`;

function prepare(database: DatabaseSync) {
  const amounts = 'amount_in_stock, amount_reserved';
  const replace = `DO UPDATE SET generation = excluded.generation,
    amount_in_stock = excluded.amount_in_stock, amount_reserved = excluded.amount_reserved`;
  return {
    put: database.prepare(
      `INSERT INTO stock (client_code, product_id, warehouse_id, generation, ${amounts}) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (client_code, product_id, warehouse_id) ${replace}`,
    ),
    stage: database.prepare(
      `INSERT OR REPLACE INTO stock_staged (client_code, generation, warehouse_id, product_id, ${amounts})
       VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    clear: database.prepare(
      'DELETE FROM stock_staged WHERE client_code = ?1 AND (generation <> ?2 OR warehouse_id = ?3)',
    ),
    clearAll: database.prepare('DELETE FROM stock_staged WHERE client_code = ?'),
    putStaged: database.prepare(
      `INSERT INTO stock (client_code, product_id, warehouse_id, generation, ${amounts})
       SELECT client_code, product_id, warehouse_id, generation, ${amounts} FROM stock_staged
       WHERE client_code = ? AND generation = ? AND amount_in_stock IS NOT NULL
       ON CONFLICT (client_code, product_id, warehouse_id) ${replace}`,
    ),
    zeroProduct: database.prepare(
      'UPDATE stock SET amount_in_stock = 0, amount_reserved = 0 WHERE client_code = ? AND product_id = ?',
    ),
    zeroUnseen: database.prepare(
      `UPDATE stock AS t SET amount_in_stock = 0, amount_reserved = 0, generation = ?
       WHERE t.client_code = ? AND ${hasAmount} AND NOT EXISTS (${isStaged})`,
    ),
    survey: database.prepare(
      `SELECT count(DISTINCT t.product_id) AS alive,
              count(DISTINCT t.product_id) FILTER (WHERE NOT EXISTS (${isStaged})) AS unseen
       FROM stock t WHERE t.client_code = ? AND ${hasAmount}
       AND (? IS NULL OR t.warehouse_id IN (SELECT value FROM json_each(?)))`,
    ),
    emptied: database.prepare(
      `SELECT DISTINCT t.warehouse_id FROM stock t WHERE t.client_code = ? AND ${hasAmount}
       AND NOT EXISTS (SELECT 1 FROM stock_staged s WHERE ${key} AND s.generation = ?) ORDER BY 1`,
    ),
    staged: database.prepare(
      'SELECT count(*) AS staged FROM stock_staged WHERE client_code = ? AND generation = ?',
    ),
    isSeen: database.prepare(
      'SELECT 1 FROM stock WHERE client_code = ? AND product_id = ? AND generation = ?',
    ),
    hasStock: database.prepare(
      `SELECT 1 FROM stock t WHERE t.client_code = ? AND t.product_id = ? AND ${hasAmount}`,
    ),
  };
}
