import { sql } from 'kysely';

import type { Batch } from '@erply-kit/sync';

import { idsOf, type SqlSession, type Upsert } from '../database/sql-database.ts';
import type { SqlRow } from './lane-table.ts';
import { hasAmount, isStaged } from './stock-conditions.ts';

/** Which amounts are written, and how. */
interface StockWriting {
  readonly clientCode: string;
  /** In the order of the values: those of the key, `generation`, and the amounts. */
  readonly columns: Upsert['columns'];
}

/** Writes amounts of one account, in sight or staged. */
export async function writeStock(
  session: SqlSession,
  batch: Batch<SqlRow>,
  writing: StockWriting,
): Promise<void> {
  if (batch.stage) await stage(session, { ...batch, stage: batch.stage }, writing);
  else await put(session, batch, writing);
  if (batch.close) await close(session, batch.generation, writing);
}

async function stage(
  session: SqlSession,
  { generation, rows, deadLetters, stage }: Batch<SqlRow> & Required<Pick<Batch, 'stage'>>,
  { clientCode, columns }: StockWriting,
): Promise<void> {
  const { warehouseID, fresh } = stage;
  if (fresh)
    await session.run(sql`delete from ${session.table('stock_staged')} where client_code = ${clientCode}
      and (generation <> ${generation} or warehouse_id = ${warehouseID})`);
  const place = [clientCode, generation, warehouseID] as const;
  // Only the key of these could be read.
  const unread = deadLetters.flatMap(({ id }) => (id === undefined ? [] : [[...place, id, null, null]]));
  await session.upsert({
    table: 'stock_staged',
    key: ['client_code', 'generation', 'warehouse_id', 'product_id'],
    columns,
    rows: [...rows.map(({ id, values }) => [...place, id, ...values]), ...unread],
  });
}

async function put(
  session: SqlSession,
  { generation, rows, deletions }: Batch<SqlRow>,
  { clientCode, columns }: StockWriting,
): Promise<void> {
  await session.upsert({
    table: 'stock',
    key: ['client_code', 'product_id', 'warehouse_id'],
    columns,
    rows: rows.map(({ id, warehouseID = null, values }) => [
      clientCode,
      generation,
      warehouseID,
      id,
      ...values,
    ]),
  });
  if (deletions.length === 0) return;
  const ids = deletions.map(({ id }) => id);
  await session.run(sql`update ${session.table('stock')} as t set amount_in_stock = 0, amount_reserved = 0
    where t.client_code = ${clientCode} and t.product_id in (select v.id from ${idsOf(session, ids)})`);
}

async function close(session: SqlSession, generation: number, { clientCode }: StockWriting): Promise<void> {
  const [stock, staged] = [session.table('stock'), session.table('stock_staged')];
  const amounts = sql`amount_in_stock, amount_reserved`;
  await session.run(sql`update ${stock} as t
    set amount_in_stock = 0, amount_reserved = 0, generation = ${generation}
    where t.client_code = ${clientCode} and ${hasAmount} and not ${isStaged(session, generation)}`);
  await session.run(sql`insert into ${stock} (client_code, product_id, warehouse_id, generation, ${amounts})
    select client_code, product_id, warehouse_id, generation, ${amounts} from ${staged}
    where client_code = ${clientCode} and generation = ${generation} and amount_in_stock is not null
    on conflict (client_code, product_id, warehouse_id) do update set generation = excluded.generation,
      amount_in_stock = excluded.amount_in_stock, amount_reserved = excluded.amount_reserved`);
  await session.run(sql`delete from ${staged} where client_code = ${clientCode}`);
}
