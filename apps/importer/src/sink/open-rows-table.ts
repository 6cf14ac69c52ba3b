import { sql } from 'kysely';

import { idsOf, type SqlSession, type Upsert } from '../database/sql-database.ts';
import { typesOf } from '../tables/columns.ts';
import type { RowsTable } from '../tables/rows-table.ts';
import type { SqlRow } from './lane-table.ts';

/** The rows that records of one account have inside, in their own table. Writing happens inside the sink's transaction. */
export interface StoredRows {
  /** Puts the rows of records in place of those that are there. */
  replace(session: SqlSession, records: readonly SqlRow[]): Promise<void>;
  /** Removes the rows of records that are removed. */
  removeOrphans(session: SqlSession): Promise<void>;
}

export function openRowsTable(
  clientCode: string,
  owner: string,
  { name, columns: own }: RowsTable,
): StoredRows {
  const key = ['client_code', 'document_id', 'position'];
  const columns: Upsert['columns'] = {
    ...{ client_code: 'text', document_id: 'integer', position: 'integer' },
    ...typesOf(own),
  };
  return {
    async replace(session, records) {
      if (records.length === 0) return;
      const owners = idsOf(
        session,
        records.map(({ id }) => id),
      );
      await session.run(sql`delete from ${session.table(name)}
        where client_code = ${clientCode} and document_id in (select v.id from ${owners})`);
      const rows = records.flatMap(({ id, rows: inside = [] }) =>
        inside.map((values, index) => [clientCode, id, index + 1, ...values]),
      );
      await session.upsert({ table: name, key, columns, rows });
    },
    async removeOrphans(session) {
      const removed = sql`select id from ${session.table(owner)} where client_code = ${clientCode} and deleted_at is not null`;
      await session.run(sql`delete from ${session.table(name)}
        where client_code = ${clientCode} and document_id in (${removed})`);
    },
  };
}
