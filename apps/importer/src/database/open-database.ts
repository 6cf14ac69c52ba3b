import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

import { DatabaseError, withDatabase } from './database-error.ts';
import { type DatabaseFacts, judgeDatabase, strangerIn } from './judge-database.ts';
import { makeFile } from './make-file.ts';
import { applicationId, schema, schemaVersion } from './schema.ts';

/** How long a write waits for a reader that is in its way. */
const busyTimeoutMs = 5000;

/**
 * Looks at what is at the path, and changes nothing.
 * @throws DatabaseError when the importer cannot use it: it is of another program or another version, or no database.
 */
export function examineDatabase(path: string): 'absent' | 'empty' | 'ready' {
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

/** Opens the importer's database for writing; makes the file, readable by its owner only, and the tables if need be. */
export function openDatabase(path: string): DatabaseSync {
  examineDatabase(path);
  return withDatabase(path, () => {
    makeFile(path);
    const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
    try {
      // Readers go on during an import. After a power cut the last transactions may be missing, but whole: rows and
      // checkpoint are gone together, and the next run reads those pages again.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      if (examine(path, database) === 'empty') makeTables(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Opens the database to look into it; it must exist. */
export function openForReading(path: string): DatabaseSync {
  const found = examineDatabase(path);
  if (found === 'absent') throw new DatabaseError(path, 'does not exist; the command "run" makes it');
  if (found === 'empty') throw new DatabaseError(path, 'is empty; the command "run" fills it');
  return withDatabase(path, () => new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs }));
}

function examine(path: string, database: DatabaseSync): 'empty' | 'ready' {
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

function makeTables(database: DatabaseSync): void {
  database.exec(`BEGIN IMMEDIATE; ${schema}
    PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
}
