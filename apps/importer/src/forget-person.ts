import { sql } from 'kysely';

import { DatabaseError } from './database/database-error.ts';
import { openDatabase, openForReading } from './database/open-database.ts';
import type { SqlDatabase, SqlSession } from './database/sql-database.ts';
import { lockSqliteFile } from './database/sqlite/lock-sqlite-file.ts';
import { countPerson, erasePerson, type PersonRows } from './personal/erase-person.ts';
import { isErasureDue, noteErasure } from './personal/erasure.ts';
import type { Person } from './personal/person.ts';

interface ForgetOptions {
  readonly databasePath: string;
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
export async function findPerson({ databasePath, person }: ForgetOptions): Promise<PersonRows> {
  await using database = openForReading(databasePath);
  await assertAccount(database, databasePath, person);
  return await countPerson(database, person);
}

/**
 * Erases somebody from the rows of a database, from its free pages and from the files beside it, and keeps the ID out of
 * later imports. Says how many rows there were; done again, it does the same to what is left.
 *
 * @throws DatabaseError when the database cannot be used, or when its files may still hold what was erased.
 */
export async function forgetPerson(options: EraseOptions): Promise<PersonRows> {
  const { databasePath, person } = options;
  await findPerson(options);
  using _lock = lockSqliteFile(databasePath);
  await using database = await openDatabase(databasePath);
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
  const { databasePath, person } = options;
  await findPerson(options);
  using _lock = lockSqliteFile(databasePath);
  await using database = await openDatabase(databasePath);
  if (await isErasureDue(database)) await eraseFromFiles(database, options);
  const changes = await database.run(sql`delete from ${database.table('forgotten')}
    where client_code = ${person.clientCode} and id = ${person.id}`);
  return changes > 0;
}

async function eraseFromFiles(
  database: SqlDatabase,
  { signal, now, onProgress }: EraseOptions,
): Promise<void> {
  await database.compact({ signal, onProgress });
  await noteErasure(database, now());
}

/** A code that is misspelt would erase nothing, and say that all is well. */
async function assertAccount(session: SqlSession, label: string, { clientCode }: Person): Promise<void> {
  const found = await session.all(sql`select 1 as found from ${session.table('sync_state')}
    where client_code = ${clientCode} limit 1`);
  if (found.length === 0) throw new DatabaseError(label, `holds nothing of an account ${clientCode}`);
}
