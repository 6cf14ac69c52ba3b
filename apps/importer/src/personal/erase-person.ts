import type { DatabaseSync } from 'node:sqlite';

import { hasTable } from '../database/has-table.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { countDocuments, type DocumentCounts, stripDocuments } from './documents.ts';
import type { Person } from './person.ts';

/** How much of somebody a database holds, in rows. Documents stay, without the person. */
export interface PersonRows extends DocumentCounts {
  readonly customers: number;
  readonly addresses: number;
  readonly deadLetters: number;
}

const whose = 'client_code = ?1 AND ';
const isAddress = `lane = 'addresses' AND record_id IN (SELECT id FROM addresses WHERE ${whose} owner_id = ?2)`;

/** Where a person can be. Dead letters of addresses come before the addresses, which say whose they are. */
const places: Readonly<
  Record<'customers' | 'addresses' | 'deadLetters', { readonly table: string; readonly where: string }>
> = {
  deadLetters: {
    table: 'dead_letters',
    where: `${whose} ((lane = 'customers' AND record_id = ?2) OR (${isAddress}))`,
  },
  addresses: { table: 'addresses', where: `${whose} owner_id = ?2` },
  customers: { table: 'customers', where: `${whose} id = ?2` },
};

type Place = (typeof places)[keyof typeof places];

/** Counts what a database holds of somebody. */
export function countPerson(database: DatabaseSync, person: Person): PersonRows {
  const { clientCode, id } = person;
  // A database of an older schema has no customers.
  const isHere = hasTable(database, 'customers');
  const count = ({ table, where }: Place) =>
    Number(
      database.prepare(`SELECT count(*) AS found FROM ${table} WHERE ${where}`).get(clientCode, id)?.found,
    );
  const { customers, addresses, deadLetters } = places;
  const documents = countDocuments(database, person);
  if (!isHere) return { customers: 0, addresses: 0, deadLetters: 0, ...documents };
  return {
    ...documents,
    customers: count(customers),
    addresses: count(addresses),
    deadLetters: count(deadLetters),
  };
}

/**
 * Erases somebody from all rows, takes them out of documents, and notes the ID, so that no import brings them back. What was there is counted. The time
 * is left to whoever has erased it from the file.
 */
export function erasePerson(database: DatabaseSync, person: Person): PersonRows {
  const { clientCode, id } = person;
  // What is deleted is overwritten, also where SQLite would only mark it as free.
  database.exec('PRAGMA secure_delete = ON');
  return inTransaction(database, () => {
    const found = countPerson(database, person);
    for (const { table, where } of Object.values(places))
      database.prepare(`DELETE FROM ${table} WHERE ${where}`).run(clientCode, id);
    stripDocuments(database, person);
    database
      .prepare('INSERT OR REPLACE INTO forgotten (client_code, id, forgotten_at) VALUES (?, ?, 0)')
      .run(clientCode, id);
    return found;
  });
}
