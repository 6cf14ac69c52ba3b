import type { DatabaseSync } from 'node:sqlite';

/** Does all of it or nothing. */
export function inTransaction<TResult>(database: DatabaseSync, action: () => TResult): TResult {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = action();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
