import { sql } from 'kysely';

import type { SqlDatabase, SqlSession } from '../database/sql-database.ts';
import type { FieldChoice } from '../lane-arguments.ts';
import { openLaneStates } from '../sink/open-lane-states.ts';
import type { RecordTable } from '../tables/record-table.ts';
import { stripRows } from './strip-rows.ts';

/** The columns that lanes fill, by lane; a lane that is not in it fills all. */
export type ChosenColumns = ReadonlyMap<string, readonly string[]>;

/** What the lanes of an account fill, as the database remembers it. */
export async function readChosenColumns(session: SqlSession, clientCode: string): Promise<ChosenColumns> {
  if (!(await session.hasTable('chosen_columns'))) return new Map();
  const rows = await session.all(
    sql`select lane, columns from ${session.table('chosen_columns')} where client_code = ${clientCode}`,
  );
  return new Map(rows.map((row) => [String(row.lane), listOf(String(row.columns))]));
}

const listOf = (text: string): readonly string[] => (text === '' ? [] : text.split(','));

/** Whether a choice adds columns to those that a lane has filled so far: then it is read in full. */
export function isWidened(
  { columns }: RecordTable,
  before: readonly string[] | undefined,
  choice: FieldChoice,
): boolean {
  if (before === undefined) return false;
  const after = choice === 'all' ? Object.keys(columns) : choice;
  return after.some((name) => !before.includes(name));
}

interface Choice {
  readonly clientCode: string;
  readonly table: RecordTable;
  readonly choice: FieldChoice;
}

/**
 * Makes a lane fill other columns from now on, in one transaction: what it is no longer to hold is erased from its rows,
 * and where it is to hold more, its next pass reads everything.
 */
export async function chooseColumns(
  database: SqlDatabase,
  { clientCode, table, choice }: Choice,
): Promise<void> {
  const { lane } = table;
  const before = (await readChosenColumns(database, clientCode)).get(lane);
  const columns = choice === 'all' ? undefined : choice;
  if (before?.join() === columns?.join()) return;
  const isNarrowed = (before ?? Object.keys(table.columns)).some((name) => columns?.includes(name) === false);
  const isErasing = isNarrowed && (await hasRows(database, clientCode, table));
  // An erasure that was cut off stays due.
  const isErased = !isErasing && !(await isLaneErasureDue(database, clientCode, lane));
  await database.overwriteDeleted();
  await database.transaction(async (session) => {
    const chosen = session.table('chosen_columns');
    await session.run(sql`delete from ${chosen} where client_code = ${clientCode} and lane = ${lane}`);
    if (columns) {
      await session.run(sql`insert into ${chosen} (client_code, lane, columns, is_erased)
        values (${clientCode}, ${lane}, ${columns.join()}, ${isErased ? 1 : 0})`);
      if (isErasing) await stripRows(session, { clientCode, table, columns });
    }
    if (isWidened(table, before, choice))
      await openLaneStates(database.label, clientCode).readInFull(session, lane);
  });
}

async function isLaneErasureDue(session: SqlSession, clientCode: string, lane: string): Promise<boolean> {
  const due = await session.all(sql`select 1 as due from ${session.table('chosen_columns')}
    where client_code = ${clientCode} and lane = ${lane} and is_erased = 0`);
  return due.length > 0;
}

async function hasRows(session: SqlSession, clientCode: string, { name }: RecordTable): Promise<boolean> {
  const found = await session.all(
    sql`select 1 as found from ${session.table(name)} where client_code = ${clientCode} limit 1`,
  );
  return found.length > 0;
}
