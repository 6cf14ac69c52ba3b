import { sql } from 'kysely';

import type { SqlDatabase, SqlSession } from '../database/sql-database.ts';

/**
 * Whether the files of the database may still hold what was erased from the rows of an account: whoever did that was
 * killed, or somebody was reading.
 */
export async function isErasureDue(session: SqlSession, clientCode: string): Promise<boolean> {
  const due = await session.all(sql`select 1 as due from ${session.table('chosen_columns')}
      where client_code = ${clientCode} and is_erased = 0
    union select 1 as due from ${session.table('forgotten')}
      where client_code = ${clientCode} and forgotten_at = 0`);
  return due.length > 0;
}

/**
 * Notes that the files hold nothing any more of what was erased of an account. Another one may be erasing at the same
 * time, and not be done.
 */
export async function noteErasure(
  database: SqlDatabase,
  { clientCode, nowMs }: { readonly clientCode: string; readonly nowMs: number },
): Promise<void> {
  await database.transaction(async (session) => {
    await session.run(sql`update ${session.table('chosen_columns')} set is_erased = 1
      where client_code = ${clientCode} and is_erased = 0`);
    await session.run(sql`update ${session.table('forgotten')} set forgotten_at = ${Math.floor(nowMs / 1000)}
      where client_code = ${clientCode} and forgotten_at = 0`);
  });
}
