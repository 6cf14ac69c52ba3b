import type { DatabaseSync } from 'node:sqlite';

import { hasTable } from '../database/has-table.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { FieldChoice } from '../lane-arguments.ts';
import { openLaneStates } from '../sink/open-lane-states.ts';
import type { RecordTable } from '../tables/record-table.ts';
import { stripRows } from './strip-rows.ts';

/** The columns that lanes fill, by lane; a lane that is not in it fills all. */
export type ChosenColumns = ReadonlyMap<string, readonly string[]>;

/** What the lanes of an account fill, as the database remembers it. */
export function readChosenColumns(database: DatabaseSync, clientCode: string): ChosenColumns {
  if (!hasTable(database, 'chosen_columns')) return new Map();
  const rows = database.prepare('SELECT lane, columns FROM chosen_columns WHERE client_code = ?');
  return new Map(rows.all(clientCode).map((row) => [String(row.lane), listOf(String(row.columns))]));
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
export function chooseColumns(database: DatabaseSync, { clientCode, table, choice }: Choice): void {
  const { lane } = table;
  const before = readChosenColumns(database, clientCode).get(lane);
  const columns = choice === 'all' ? undefined : choice;
  if (before?.join() === columns?.join()) return;
  const isNarrowed = (before ?? Object.keys(table.columns)).some((name) => columns?.includes(name) === false);
  const isErasing = isNarrowed && hasRows(database, clientCode, table);
  // An erasure that was cut off stays due.
  const isErased = !isErasing && !isLaneErasureDue(database, clientCode, lane);
  database.exec('PRAGMA secure_delete = ON');
  inTransaction(database, () => {
    database.prepare('DELETE FROM chosen_columns WHERE client_code = ? AND lane = ?').run(clientCode, lane);
    if (columns) {
      database
        .prepare('INSERT INTO chosen_columns (client_code, lane, columns, is_erased) VALUES (?, ?, ?, ?)')
        .run(clientCode, lane, columns.join(), isErased ? 1 : 0);
      if (isErasing) stripRows(database, { clientCode, table, columns });
    }
    if (isWidened(table, before, choice)) openLaneStates(database, clientCode).readInFull(lane);
  });
}

const isLaneErasureDue = (database: DatabaseSync, clientCode: string, lane: string): boolean =>
  database
    .prepare('SELECT 1 FROM chosen_columns WHERE client_code = ? AND lane = ? AND is_erased = 0')
    .get(clientCode, lane) !== undefined;

function hasRows(database: DatabaseSync, clientCode: string, { name }: RecordTable): boolean {
  return database.prepare(`SELECT 1 FROM ${name} WHERE client_code = ?`).get(clientCode) !== undefined;
}
