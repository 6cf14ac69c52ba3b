import { type RawBuilder, sql } from 'kysely';

import type { SqlSpelling } from '../database/sql-database.ts';

/** Conditions on a row `t` of the table of stock. */
export const hasAmount = sql`(t.amount_in_stock <> 0 or t.amount_reserved <> 0)`;

/** Whether the generation has staged that very amount. */
export const isStaged = (spelling: SqlSpelling, generation: number): RawBuilder<unknown> =>
  stagedWhere(spelling, sql`s.product_id = t.product_id and s.generation = ${generation}`);

/** Whether the generation has staged any amount of the same warehouse. */
export const isWarehouseStaged = (spelling: SqlSpelling, generation: number): RawBuilder<unknown> =>
  stagedWhere(spelling, sql`s.generation = ${generation}`);

const stagedWhere = (spelling: SqlSpelling, where: RawBuilder<unknown>) =>
  sql`exists (select 1 from ${spelling.table('stock_staged')} as s
    where s.client_code = t.client_code and s.warehouse_id = t.warehouse_id and ${where})`;
