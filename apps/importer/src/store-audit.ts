import { sql } from 'kysely';

import type { AuditReport, LaneAudit } from '@erply-kit/sync';

import type { SqlSession } from './database/sql-database.ts';
import { audits } from './tables/audits.ts';
import { typesOf } from './tables/columns.ts';

/** The last audit of a lane, as the database remembers it. */
export interface StoredAudit
  extends Pick<
    LaneAudit,
    'lane' | 'looked' | 'missing' | 'extra' | 'removed' | 'changed' | 'lag' | 'costUnits'
  > {
  readonly mode: AuditReport['mode'];
  /** Seconds of this machine's clock. */
  readonly auditedAt: number;
  readonly outcome: string;
}

interface Audited {
  readonly clientCode: string;
  readonly mode: AuditReport['mode'];
  /** Seconds of this machine's clock. */
  readonly auditedAt: number;
}

/** Remembers what an audit has found, for `status` and monitors. */
export async function storeAudit(
  session: SqlSession,
  lanes: readonly LaneAudit[],
  { clientCode, mode, auditedAt }: Audited,
): Promise<void> {
  await session.upsert({
    ...{ table: audits.name, key: audits.key, columns: typesOf(audits.columns) },
    rows: lanes.map(({ lane, outcome, looked, missing, extra, removed, changed, lag, costUnits }) => [
      ...[clientCode, lane, mode, auditedAt, outcome, looked],
      ...[missing, extra, removed, changed, lag, Math.round(costUnits * 10)],
    ]),
  });
}

/** The last audits of an account, by lane. A database of an older schema has none. */
export async function readAudits(session: SqlSession, clientCode: string): Promise<StoredAudit[]> {
  if (!(await session.hasTable(audits.name))) return [];
  const rows = await session.all(
    sql`select * from ${session.table(audits.name)} where client_code = ${clientCode} order by lane, mode`,
  );
  const numberOf = (value: unknown) => Number(value);
  return rows.map((row) => ({
    lane: String(row.lane),
    mode: row.mode === 'sample' ? 'sample' : 'full',
    auditedAt: numberOf(row.audited_at),
    outcome: String(row.outcome),
    looked: numberOf(row.looked),
    missing: numberOf(row.missing),
    extra: numberOf(row.extra),
    removed: numberOf(row.removed),
    changed: numberOf(row.changed),
    lag: numberOf(row.lag),
    costUnits: numberOf(row.cost_tenths) / 10,
  }));
}
