import { sql } from 'kysely';

import type { Batch } from '@erply-kit/sync';

import type { SqlSession } from '../database/sql-database.ts';
import { typesOf } from '../tables/columns.ts';
import { deadLetters as table } from '../tables/dead-letters.ts';
import type { SqlRow } from './lane-table.ts';

/** Writes the records of one account that did not fit, and takes away those that do now. */
export async function writeDeadLetters(
  session: SqlSession,
  { lane, rows, deletions, deadLetters }: Batch<SqlRow>,
  { clientCode, writtenAt }: { readonly clientCode: string; readonly writtenAt: number },
): Promise<void> {
  const settled = [
    ...rows.map(({ id, warehouseID = 0 }) => [id, warehouseID]),
    ...deletions.map(({ id }) => [id, 0]),
  ];
  if (settled.length > 0) {
    const list = session.list({ id: 'integer', warehouse_id: 'integer' }, settled);
    await session.run(sql`delete from ${session.table(table.name)}
      where client_code = ${clientCode} and lane = ${lane}
      and (record_id, warehouse_id) in (select v.id, v.warehouse_id from ${list})`);
  }
  await putDeadLetters(session, { lane, deadLetters }, { clientCode, writtenAt });
}

/** One that is there already was tried once more. */
async function putDeadLetters(
  session: SqlSession,
  { lane, deadLetters }: Pick<Batch<SqlRow>, 'lane' | 'deadLetters'>,
  { clientCode, writtenAt }: { readonly clientCode: string; readonly writtenAt: number },
): Promise<void> {
  if (deadLetters.length === 0) return;
  const keys = deadLetters.map(({ id = 0, warehouseID = 0 }) => [id, warehouseID]);
  const list = session.list({ id: 'integer', warehouse_id: 'integer' }, keys);
  const known =
    await session.all(sql`select record_id, warehouse_id, written_at, tries from ${session.table(table.name)}
    where client_code = ${clientCode} and lane = ${lane}
    and (record_id, warehouse_id) in (select v.id, v.warehouse_id from ${list})`);
  const before = new Map(known.map((row) => [`${row.record_id}/${row.warehouse_id}`, row]));
  await session.upsert({
    ...{ table: table.name, key: table.key, columns: typesOf(table.columns) },
    rows: deadLetters.map(({ id = 0, warehouseID = 0, path, message }) => {
      const old = before.get(`${id}/${warehouseID}`);
      const firstAt = old?.written_at ?? writtenAt;
      // One of an older schema was tried at least once.
      const tries = old ? Number(old.tries ?? 1) + 1 : 1;
      return [clientCode, lane, id, warehouseID, path, message, firstAt, tries, writtenAt];
    }),
  });
}
