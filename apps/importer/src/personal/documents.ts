import type { DatabaseSync } from 'node:sqlite';

import { hasTable } from '../database/has-table.ts';
import { documentTables } from '../tables/all-tables.ts';
import { limitRows } from '../tables/limit-rows.ts';
import type { RecordTable } from '../tables/record-table.ts';
import type { Person } from './person.ts';

/** Records about somebody that stay for the books, without the person, by their lane. */
export type DocumentCounts = Readonly<Record<keyof typeof documentTables, number>>;

const lanes = Object.keys(documentTables) as (keyof typeof documentTables)[];

/** Counts the documents of a database that say whom they are about. */
export function countDocuments(database: DatabaseSync, person: Person): DocumentCounts {
  const count = (lane: keyof typeof documentTables) =>
    rowsAbout(database, documentTables[lane], person).length;
  return Object.fromEntries(lanes.map((lane) => [lane, count(lane)])) as DocumentCounts;
}

/** Takes somebody out of documents: what the books need stays. */
export function stripDocuments(database: DatabaseSync, person: Person): void {
  for (const lane of lanes) stripTable(database, documentTables[lane], person);
}

/** IDs of the rows whose record names the person. */
function rowsAbout(
  database: DatabaseSync,
  { name, about }: RecordTable,
  { clientCode, id }: Person,
): number[] {
  if (about === undefined || !hasTable(database, name)) return [];
  const isNamed = about.fields.map((field) => `json_extract(record, '$.${field}') = ?2`).join(' OR ');
  const found = database.prepare(`SELECT id FROM ${name} WHERE client_code = ?1 AND (${isNamed})`);
  return found.all(clientCode, id).map((row) => Number(row.id));
}

function stripTable(database: DatabaseSync, table: RecordTable, person: Person): void {
  const { clientCode, id: forgotten } = person;
  const ids = rowsAbout(database, table, person);
  if (ids.length === 0) return;
  const { recordOf } = limitRows(table, { forgotten: new Set([forgotten]) });
  const kept = table.about?.kept ?? [];
  const emptied = Object.entries(table.columns).flatMap(([name, { field }]) =>
    kept.includes(field) ? [] : `${name} = NULL`,
  );
  const get = database.prepare(`SELECT record FROM ${table.name} WHERE client_code = ? AND id = ?`);
  const put = database.prepare(
    `UPDATE ${table.name} SET ${[...emptied, 'record = ?'].join(', ')} WHERE client_code = ? AND id = ?`,
  );
  for (const id of ids) {
    const record = recordOf(JSON.parse(String(get.get(clientCode, id)?.record)));
    put.run(JSON.stringify(record), clientCode, id);
  }
}
