import { sql } from 'kysely';

import { openStockTable } from '../sink/open-stock-table.ts';
import { decimal, requiredInteger, requiredText } from './columns.ts';
import type { LaneDeclaration } from './lane-declaration.ts';
import type { TableDeclaration } from './table-declaration.ts';

const amounts = {
  amount_in_stock: decimal('amountInStock'),
  amount_reserved: decimal('amountReserved'),
};

const table: TableDeclaration = {
  name: 'stock',
  since: 1,
  columns: {
    client_code: requiredText,
    product_id: requiredInteger,
    warehouse_id: requiredInteger,
    amount_in_stock: { ...amounts.amount_in_stock, required: true },
    amount_reserved: { ...amounts.amount_reserved, required: true },
    generation: requiredInteger,
  },
  key: ['client_code', 'product_id', 'warehouse_id'],
  indexes: { stock_by_warehouse: { columns: ['client_code', 'warehouse_id'] } },
  withoutRowid: true,
};

/** A full read that is not at its end yet. Amounts are null where only the key could be read. */
const staged: TableDeclaration = {
  name: 'stock_staged',
  since: 1,
  columns: {
    client_code: requiredText,
    generation: requiredInteger,
    warehouse_id: requiredInteger,
    product_id: requiredInteger,
    ...amounts,
  },
  key: ['client_code', 'generation', 'warehouse_id', 'product_id'],
  withoutRowid: true,
};

/** Amounts in stock and reserved, per product and warehouse. Of those that are gone, the row stays with 0. */
export const stock: LaneDeclaration = {
  lane: 'stock',
  tables: [table, staged],
  open: (clientCode) => openStockTable(clientCode, amounts),
  count: (spelling, clientCode) => sql`
    select count(*) as records, 0 as removed from ${spelling.table('stock')}
    where client_code = ${clientCode} and (amount_in_stock <> 0 or amount_reserved <> 0)`,
};
