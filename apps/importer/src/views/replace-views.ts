import { sql } from 'kysely';

import type { SqlSession } from '../database/sql-database.ts';
import { allViews } from './all-views.ts';

/** Drops the views: before tables change, since some databases let nobody change what a view shows. */
export async function dropViews(session: SqlSession): Promise<void> {
  for (const { name } of allViews) await session.run(sql`drop view if exists ${session.table(name)}`);
}

export async function createViews(session: SqlSession): Promise<void> {
  for (const { name, select } of allViews)
    await session.run(sql`create view ${session.table(name)} as ${select(session)}`);
}
