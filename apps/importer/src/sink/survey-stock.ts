import { sql } from 'kysely';

import type { Survey } from '@erply-kit/sync';

import { firstRow, idsOf, type SqlSession } from '../database/sql-database.ts';
import { hasAmount, isStaged, isWarehouseStaged } from './stock-conditions.ts';

interface StockQuestion {
  readonly clientCode: string;
  readonly generation: number;
  /** Counts what is in these and leaves the others out. */
  readonly warehouses?: readonly number[];
}

/** What a full read of stock has found so far, beside what is there. */
export async function surveyStock(
  session: SqlSession,
  { clientCode, generation, warehouses }: StockQuestion,
): Promise<Survey> {
  const stock = sql`${session.table('stock')} as t where t.client_code = ${clientCode} and ${hasAmount}`;
  const isCounted = warehouses
    ? sql`and t.warehouse_id in (select v.id from ${idsOf(session, warehouses)})`
    : sql``;
  const isUnseen = sql`not ${isStaged(session, generation)}`;
  const { alive, unseen } = await firstRow(
    session,
    sql`select count(distinct t.product_id) as alive,
          count(distinct case when ${isUnseen} then t.product_id end) as unseen
        from ${stock} ${isCounted}`,
  );
  const emptied = await session.all(sql`select distinct t.warehouse_id from ${stock}
    and not ${isWarehouseStaged(session, generation)} order by 1`);
  const { seen } = await firstRow(
    session,
    sql`select count(*) as seen from ${session.table('stock_staged')}
        where client_code = ${clientCode} and generation = ${generation}`,
  );
  return {
    alive: Number(alive),
    unseen: Number(unseen),
    seen: Number(seen),
    emptied: emptied.map(({ warehouse_id }) => Number(warehouse_id)),
  };
}
