import { sql } from 'kysely';

import type { SqlSession } from '../database/sql-database.ts';

/** Somebody who was erased and does not come back. */
export interface ForgottenPerson {
  /** The ID that the customer has in Erply. */
  readonly id: number;
  /** Seconds of this machine's clock; 0 as long as the database may still hold something of them. */
  readonly forgottenAt: number;
}

/** Whom an account has forgotten. */
export async function readForgotten(session: SqlSession, clientCode: string): Promise<ForgottenPerson[]> {
  if (!(await session.hasTable('forgotten'))) return [];
  const rows = await session.all(sql`select id, forgotten_at from ${session.table('forgotten')}
    where client_code = ${clientCode} order by id`);
  return rows.map((row) => ({ id: Number(row.id), forgottenAt: Number(row.forgotten_at) }));
}
