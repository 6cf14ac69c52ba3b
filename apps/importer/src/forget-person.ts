import { sql } from 'kysely';

import type { DatabaseAddress } from './database/database-address.ts';
import { DatabaseError } from './database/database-error.ts';
import { openForReading, openForWriting } from './database/open-database.ts';
import type { SqlDatabase, SqlSession } from './database/sql-database.ts';
import { countPerson, erasePerson, type PersonRows } from './personal/erase-person.ts';
import { isErasureDue, noteErasure } from './personal/erasure.ts';
import type { Person } from './personal/person.ts';

interface ForgetOptions {
  readonly database: DatabaseAddress;
  readonly person: Person;
}

interface EraseOptions extends ForgetOptions {
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called several times a second with the bytes that are written. */
  readonly onProgress: (bytes: number) => void;
}

/** Counts what a database holds of somebody, and changes nothing. */
export async function findPerson({ database: address, person }: ForgetOptions): Promise<PersonRows> {
  await using database = await openForReading(address);
  await assertAccount(database, address.label, person);
  return await countPerson(database, person);
}

/**
 * Erases somebody from the rows of a database, from its free pages and from the files beside it, and keeps the ID out of
 * later imports. Says how many rows there were; done again, it does the same to what is left.
 *
 * @throws DatabaseError when the database cannot be used, or when its files may still hold what was erased.
 */
export async function forgetPerson(options: EraseOptions): Promise<PersonRows> {
  const { person } = options;
  await findPerson(options);
  await using database = await openForWriting(options.database, person);
  const rows = await erasePerson(database, person);
  await eraseFromFiles(database, options);
  return rows;
}

/**
 * Lets imports bring somebody in again who was forgotten; says whether that was so. What a forget that was cut off has
 * left in the file is erased first: nothing would know of it afterwards.
 *
 * @throws DatabaseError as `forgetPerson` does.
 */
export async function rememberPerson(options: EraseOptions): Promise<boolean> {
  const { person } = options;
  await findPerson(options);
  await using database = await openForWriting(options.database, person);
  if (await isErasureDue(database, person.clientCode)) await eraseFromFiles(database, options);
  const changes = await database.transaction((session) =>
    session.run(sql`delete from ${session.table('forgotten')}
      where client_code = ${person.clientCode} and id = ${person.id}`),
  );
  return changes > 0;
}

async function eraseFromFiles(
  database: SqlDatabase,
  { person, signal, now, onProgress }: EraseOptions,
): Promise<void> {
  await database.compact({ signal, onProgress });
  await noteErasure(database, { clientCode: person.clientCode, nowMs: now() });
}

/** A code that is misspelt would erase nothing, and say that all is well. */
async function assertAccount(session: SqlSession, label: string, { clientCode }: Person): Promise<void> {
  const found = await session.all(sql`select 1 as found from ${session.table('sync_state')}
    where client_code = ${clientCode} limit 1`);
  if (found.length === 0) throw new DatabaseError(label, `holds nothing of an account ${clientCode}`);
}
