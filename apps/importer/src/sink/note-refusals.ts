import { sql } from 'kysely';

import type { LaneReport } from '@erply-kit/sync';

import type { SqlDatabase } from '../database/sql-database.ts';
import { typesOf } from '../tables/columns.ts';
import { refusals as table } from '../tables/refusals.ts';

interface Noting {
  readonly clientCode: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Notes which lanes a run has refused, and forgets it of those that went through. */
export async function noteRefusals(
  database: SqlDatabase,
  reports: readonly LaneReport[],
  { clientCode, now }: Noting,
): Promise<void> {
  const completed = reports.filter(({ outcome }) => outcome === 'completed').map(({ lane }) => [lane]);
  const rows = reports.flatMap(({ lane, refusal }) =>
    refusal ? [[clientCode, lane, refusal.kind, refusal.message, Math.floor(now / 1000)]] : [],
  );
  await database.transaction(async (session) => {
    if (completed.length > 0)
      await session.run(sql`delete from ${session.table(table.name)} where client_code = ${clientCode}
        and lane in (select v.lane from ${session.list({ lane: 'text' }, completed)})`);
    if (rows.length > 0)
      await session.upsert({ table: table.name, key: table.key, columns: typesOf(table.columns), rows });
  });
}
