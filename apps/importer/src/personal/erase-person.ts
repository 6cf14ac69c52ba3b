import { type RawBuilder, sql } from 'kysely';

import { firstRow, type SqlDatabase, type SqlSession } from '../database/sql-database.ts';
import { typesOf } from '../tables/columns.ts';
import { forgotten } from '../tables/forgotten.ts';
import { countDocuments, type DocumentCounts, stripDocuments } from './documents.ts';
import type { Person } from './person.ts';

/** How much of somebody a database holds, in rows. Documents stay, without the person. */
export interface PersonRows extends DocumentCounts {
  readonly customers: number;
  readonly suppliers: number;
  readonly addresses: number;
  readonly deadLetters: number;
}

type Place = readonly [table: string, where: RawBuilder<unknown>];

/** Where a person can be. Dead letters of addresses come before the addresses, which say whose they are. */
function placesOf(session: SqlSession, { clientCode, id }: Person) {
  const isOurs = sql`client_code = ${clientCode}`;
  const addresses = sql`select id from ${session.table('addresses')} where ${isOurs} and owner_id = ${id}`;
  const isLetter = sql`(lane in ('customers', 'suppliers') and record_id = ${id})
    or (lane = 'addresses' and record_id in (${addresses}))`;
  return {
    deadLetters: ['dead_letters', sql`${isOurs} and (${isLetter})`],
    addresses: ['addresses', sql`${isOurs} and owner_id = ${id}`],
    customers: ['customers', sql`${isOurs} and id = ${id}`],
    // They share one number space with customers.
    suppliers: ['suppliers', sql`${isOurs} and id = ${id}`],
  } satisfies Record<string, Place>;
}

/** Counts what a database holds of somebody. */
export async function countPerson(session: SqlSession, person: Person): Promise<PersonRows> {
  const documents = await countDocuments(session, person);
  // A database of an older schema has no customers, or no suppliers.
  const isOlder = !(await session.hasTable('customers'));
  const count = async ([table, where]: Place) => {
    if (isOlder || !(await session.hasTable(table))) return 0;
    const counted = sql`select count(*) as found from ${session.table(table)} where ${where}`;
    return Number((await firstRow(session, counted)).found);
  };
  const { customers, suppliers, addresses, deadLetters } = placesOf(session, person);
  return {
    ...documents,
    customers: await count(customers),
    suppliers: await count(suppliers),
    addresses: await count(addresses),
    deadLetters: await count(deadLetters),
  };
}

/**
 * Erases somebody from all rows, takes them out of documents, and notes the ID, so that no import brings them back. What
 * was there is counted. The time is left to whoever has erased it from the files.
 */
export async function erasePerson(database: SqlDatabase, person: Person): Promise<PersonRows> {
  const { clientCode, id } = person;
  await database.overwriteDeleted();
  return database.transaction(async (session) => {
    const found = await countPerson(session, person);
    for (const [table, where] of Object.values(placesOf(session, person)))
      await session.run(sql`delete from ${session.table(table)} where ${where}`);
    await stripDocuments(session, person);
    await session.upsert({
      ...{ table: forgotten.name, key: forgotten.key, columns: typesOf(forgotten.columns) },
      rows: [[clientCode, id, 0]],
    });
    return found;
  });
}
