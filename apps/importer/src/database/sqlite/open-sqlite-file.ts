import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

import { DatabaseError, explainError, withDatabase } from '../database-error.ts';
import { type DatabaseFacts, judgeDatabase, strangerIn, type Usable } from '../judge-database.ts';
import { type SchemaChange, schemaVersion } from '../schema.ts';
import { makeFile } from './make-file.ts';

/** How long a write waits for a reader that is in its way. */
const busyTimeoutMs = 5000;

/**
 * Looks at what is at the path, and changes nothing.
 * @throws DatabaseError when the importer cannot use it: it is of another program, of a newer importer, or damaged.
 */
export function examineSqliteFile(path: string): 'absent' | Usable {
  return withDatabase(path, () => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return 'absent';
    if (!found.isFile()) throw new DatabaseError(path, found.isDirectory() ? 'is a folder' : 'is not a file');
    if (found.size === 0) return 'empty';
    glanceAt(path);
    using database = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
    return examine(path, database);
  });
}

/**
 * Refuses what is of another program by the file alone. Opened as usual, a database in WAL mode gets two more files
 * beside it, also from a reader.
 */
function glanceAt(path: string): void {
  const address = pathToFileURL(path);
  address.searchParams.set('immutable', '1');
  try {
    using database = new DatabaseSync(address, { readOnly: true });
    const problem = strangerIn(factsOf(database));
    if (problem) throw new DatabaseError(path, problem);
  } catch (error) {
    // An importer that is writing to the file just now can make it look broken: opened as usual, it does not.
    if (error instanceof DatabaseError) throw error;
  }
}

/**
 * Opens the importer's database for writing. Makes the file, readable by its owner only, and the tables if need be;
 * one of an older schema gets the tables that it lacks, and `onMigrated` is called.
 *
 * @throws DatabaseError when it cannot be used. It is as it was then.
 */
export async function openSqliteFile(
  path: string,
  onMigrated?: (change: SchemaChange) => void,
): Promise<DatabaseSync> {
  examineSqliteFile(path);
  const database = withDatabase(path, () => {
    makeFile(path);
    return new DatabaseSync(path, { timeout: busyTimeoutMs });
  });
  let found: Usable | undefined;
  try {
    // Readers go on during an import. After a power cut the last transactions may be missing, but whole: rows and
    // checkpoint are gone together, and the next run reads those pages again.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    found = examine(path, database);
    const { version: from } = factsOf(database);
    if (found !== 'ready') await migrate(database);
    if (found === 'older') onMigrated?.({ from, to: schemaVersion });
    return database;
  } catch (error) {
    database.close();
    const failed =
      found === 'older' ? `cannot be brought to schema ${schemaVersion}, and is as it was: ` : '';
    throw explainError(error, path, failed);
  }
}

/** Most runs find all tables, and need not load the migrator. */
async function migrate(database: DatabaseSync): Promise<void> {
  const { migrateSqlite } = await import('./migrate-sqlite.ts');
  await migrateSqlite(database);
}

/** Opens the database to look into it; it must exist. */
export function readSqliteFile(path: string): DatabaseSync {
  const found = examineSqliteFile(path);
  if (found === 'absent') throw new DatabaseError(path, 'does not exist; the command "run" makes it');
  if (found === 'empty') throw new DatabaseError(path, 'is empty; the command "run" fills it');
  return withDatabase(path, () => new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs }));
}

function examine(path: string, database: DatabaseSync): Usable {
  const verdict = judgeDatabase(factsOf(database));
  if (typeof verdict === 'object') throw new DatabaseError(path, verdict.problem);
  return verdict;
}

function factsOf(database: DatabaseSync): DatabaseFacts {
  const numberOf = (pragma: string) => Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
  const tables = database.prepare(
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  );
  return {
    applicationId: numberOf('application_id'),
    version: numberOf('user_version'),
    tables: tables.all().map(({ name }) => String(name)),
  };
}
