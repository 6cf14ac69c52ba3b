import { DatabaseSync } from 'node:sqlite';

import { DatabaseError, withDatabase } from '../database-error.ts';
import { makeFile } from './make-file.ts';

const busy = 5;

/**
 * Makes this process the only importer that writes to the database, until the lock is closed. It is a lock of the
 * operating system on a file beside the database, so it ends with the process, however that ends; readers of the
 * database do not feel it.
 */
export function lockSqliteFile(path: string): Disposable {
  return withDatabase(path, () => {
    const lockPath = `${path}-lock`;
    makeFile(lockPath);
    const lock = new DatabaseSync(lockPath, { timeout: 0 });
    try {
      lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      if ((error as { errcode?: number }).errcode !== busy) throw error;
      throw new DatabaseError(path, 'another run is writing to it');
    }
    return { [Symbol.dispose]: () => lock.close() };
  });
}
