import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { DatabaseError, withDatabase } from './database-error.ts';
import { makeFile } from './make-file.ts';
import { schema, schemaVersion } from './schema.ts';

/** How long a write waits for a reader that is in its way. */
const busyTimeoutMs = 5000;

/** Opens the importer's database for writing; makes the file, readable by its owner only, and the tables if need be. */
export function openDatabase(path: string): DatabaseSync {
  return withDatabase(path, () => {
    makeFile(path);
    const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
    try {
      // Readers go on during an import. After a power cut the last transactions may be missing, but whole: rows and
      // checkpoint are gone together, and the next run reads those pages again.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      migrate(path, database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Opens the database to look into it; it must exist. */
export function openForReading(path: string): DatabaseSync {
  return withDatabase(path, () => {
    if (!existsSync(path)) throw new DatabaseError(path, 'does not exist; the command "run" makes it');
    const database = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
    if (versionOf(database) === schemaVersion) return database;
    const problem = versionProblem(versionOf(database));
    database.close();
    throw new DatabaseError(path, problem);
  });
}

function migrate(path: string, database: DatabaseSync): void {
  const version = versionOf(database);
  if (version === schemaVersion) return;
  if (version !== 0) throw new DatabaseError(path, versionProblem(version));
  database.exec(`BEGIN IMMEDIATE; ${schema} PRAGMA user_version = ${schemaVersion}; COMMIT`);
}

const versionOf = (database: DatabaseSync) =>
  Number(database.prepare('PRAGMA user_version').get()?.user_version);

const versionProblem = (version: number) =>
  version > schemaVersion
    ? `was written by a newer importer (schema ${version}; this one knows ${schemaVersion})`
    : 'holds none of the importer\'s tables; the command "run" makes them';
