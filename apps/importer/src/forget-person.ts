import { compactDatabase } from './database/compact-database.ts';
import { DatabaseError, withDatabase } from './database/database-error.ts';
import { lockForWriting } from './database/lock-for-writing.ts';
import { openDatabase, openForReading } from './database/open-database.ts';
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
export function findPerson({ databasePath, person }: ForgetOptions): PersonRows {
  using database = openForReading(databasePath);
  return withDatabase(databasePath, () => {
    assertAccount(database, databasePath, person);
    return countPerson(database, person);
  });
}

/**
 * Erases somebody from the rows of a database, from its free pages and from the files beside it, and keeps the ID out of
 * later imports. Says how many rows there were; done again, it does the same to what is left.
 *
 * @throws DatabaseError when the database cannot be used, or when its files may still hold what was erased.
 */
export async function forgetPerson(options: EraseOptions): Promise<PersonRows> {
  const { databasePath, person } = options;
  findPerson(options);
  using _lock = lockForWriting(databasePath);
  const rows = await change(databasePath, (database) => erasePerson(database, person));
  await eraseFromFile(options);
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
  findPerson(options);
  using _lock = lockForWriting(databasePath);
  if (await change(databasePath, isErasureDue)) await eraseFromFile(options);
  return await change(databasePath, (database) => {
    const drop = database.prepare('DELETE FROM forgotten WHERE client_code = ? AND id = ?');
    return Number(drop.run(person.clientCode, person.id).changes) > 0;
  });
}

async function eraseFromFile({ databasePath, signal, now, onProgress }: EraseOptions): Promise<void> {
  await compactDatabase({ path: databasePath, signal, onProgress });
  await change(databasePath, (database) => noteErasure(database, now()));
}

type Database = Awaited<ReturnType<typeof openDatabase>>;

async function change<TResult>(path: string, action: (database: Database) => TResult): Promise<TResult> {
  using database = await openDatabase(path);
  return withDatabase(path, () => action(database));
}

/** A code that is misspelt would erase nothing, and say that all is well. */
function assertAccount(database: Database, path: string, { clientCode }: Person): void {
  const isHere = database.prepare('SELECT 1 FROM sync_state WHERE client_code = ?').get(clientCode);
  if (!isHere) throw new DatabaseError(path, `holds nothing of an account ${clientCode}`);
}
