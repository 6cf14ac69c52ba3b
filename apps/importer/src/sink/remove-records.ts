import { sql } from 'kysely';

import type { Batch } from '@erply-kit/sync';

import type { SqlSession } from '../database/sql-database.ts';
import type { RecordTable } from '../tables/record-table.ts';

interface Removing {
  readonly clientCode: string;
  readonly table: Pick<RecordTable, 'name' | 'owns'>;
}

/** Marks as removed what a batch says is gone, what a full read that it closes has not seen, and what belongs to either. */
export async function removeRecords(
  session: SqlSession,
  { generation, deletions, close }: Batch,
  { clientCode, table: { name, owns = [] } }: Removing,
): Promise<void> {
  const table = session.table(name);
  if (deletions.length > 0) {
    const gone = deletions.map(({ id, deletedAt }) => [id, deletedAt]);
    const list = session.list({ id: 'integer', deleted_at: 'integer' }, gone);
    await session.run(sql`update ${table} as t set deleted_at = v.deleted_at from ${list}
      where t.client_code = ${clientCode} and t.id = v.id and t.deleted_at is null`);
  }
  if (close)
    await session.run(sql`update ${table} set deleted_at = ${close.deletedAt}
      where client_code = ${clientCode} and generation <> ${generation} and deleted_at is null`);
  const owner = sql`from ${table} as owner
    where owner.client_code = ${clientCode} and owner.deleted_at is not null`;
  for (const { table: owned, by: column } of owns) {
    const by = sql.ref(column);
    // At the time at which their owner was.
    await session.run(sql`update ${session.table(owned)}
      set deleted_at = (select owner.deleted_at ${owner} and owner.id = ${by})
      where client_code = ${clientCode} and deleted_at is null and ${by} in (select owner.id ${owner})`);
  }
}
