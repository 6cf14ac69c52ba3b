import { sql } from 'kysely';

import type { SqlSession } from '../database/sql-database.ts';

/**
 * Whether the files of the database may still hold what was erased from the rows: whoever did that was killed, or somebody
 * was reading.
 */
export async function isErasureDue(session: SqlSession): Promise<boolean> {
  const due =
    await session.all(sql`select 1 as due from ${session.table('chosen_columns')} where is_erased = 0
    union select 1 as due from ${session.table('forgotten')} where forgotten_at = 0`);
  return due.length > 0;
}

/** Notes that the files hold nothing any more of what was erased. */
export async function noteErasure(session: SqlSession, nowMs: number): Promise<void> {
  await session.run(sql`update ${session.table('chosen_columns')} set is_erased = 1 where is_erased = 0`);
  await session.run(sql`update ${session.table('forgotten')} set forgotten_at = ${Math.floor(nowMs / 1000)}
    where forgotten_at = 0`);
}
