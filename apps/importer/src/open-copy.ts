import { sql } from 'kysely';

import type { Clock, Lane, ReadableSink } from '@erply-kit/sync';

import { assertCurrent } from './database/assert-current.ts';
import { firstRow, type SqlDatabase } from './database/sql-database.ts';
import { readChosenColumns } from './personal/chosen-columns.ts';
import { withFewerFields } from './personal/fewer-fields.ts';
import { readForgotten } from './personal/forgotten-people.ts';
import type { SqlRow } from './sink/lane-table.ts';
import { openSqlSink } from './sink/open-sql-sink.ts';

interface CopyOptions {
  readonly clientCode: string;
  readonly clock: Clock;
  readonly lanes: readonly Lane[];
}

/** What a database holds of an account. */
export interface Copy {
  readonly sink: ReadableSink<SqlRow>;
  /** The lanes, asking Erply only for what the database is to hold. */
  readonly lanes: readonly Lane[];
  /** Records of a lane that the database may lack on purpose, at most. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/**
 * Opens the copy of an account, to compare it.
 * @throws DatabaseError when it lacks a table: a run makes it.
 */
export async function openCopy(
  database: SqlDatabase,
  { clientCode, clock, lanes }: CopyOptions,
): Promise<Copy> {
  await assertCurrent(database);
  const columns = await readChosenColumns(database, clientCode);
  const people = await readForgotten(database, clientCode);
  const forgotten = new Set(people.map(({ id }) => id));
  const leftOut = new Map<string, number>();
  for (const { name } of lanes)
    leftOut.set(name, (await countDeadLetters(database, clientCode, name)) + hidden(name, forgotten.size));
  return {
    sink: openSqlSink({ database, clientCode, clock, columns, forgotten }),
    lanes: lanes.map((lane) => withFewerFields(lane, columns)),
    leftOut,
  };
}

/** Nobody knows how many addresses somebody has who was forgotten. */
function hidden(lane: string, people: number): number {
  if (people === 0) return 0;
  return lane === 'customers' ? people : lane === 'addresses' ? Number.POSITIVE_INFINITY : 0;
}

async function countDeadLetters(database: SqlDatabase, clientCode: string, lane: string): Promise<number> {
  const { found } = await firstRow(
    database,
    sql`select count(*) as found from ${database.table('dead_letters')}
        where client_code = ${clientCode} and lane = ${lane}`,
  );
  return Number(found);
}
