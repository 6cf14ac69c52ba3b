import type { DatabaseSync } from 'node:sqlite';

import { withDatabase } from '../database-error.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { compactDatabase } from './compact-database.ts';
import { openSqliteSession } from './sqlite-session.ts';

/** A connection to SQLite as the importer's database. There is one, so whoever comes during a transaction waits. */
export function sqliteDatabase(database: DatabaseSync, path: string): SqlDatabase {
  const session = openSqliteSession(database);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <TResult>(action: () => Promise<TResult>): Promise<TResult> => {
    const turn = last.then(() => withDatabase(path, action));
    last = turn.catch(() => {});
    return turn;
  };
  return {
    ...session,
    label: path,
    all: (query) => inTurn(() => session.all(query)),
    run: (query) => inTurn(() => session.run(query)),
    upsert: (upsert) => inTurn(() => session.upsert(upsert)),
    hasTable: (name) => inTurn(() => session.hasTable(name)),
    transaction: (action) => inTurn(() => inTransaction('BEGIN IMMEDIATE', database, () => action(session))),
    // The state is that of the first query inside.
    snapshot: (action) => inTurn(() => inTransaction('BEGIN', database, () => action(session))),
    overwriteDeleted: () => inTurn(async () => database.exec('PRAGMA secure_delete = ON')),
    compact: (options) => inTurn(() => compactDatabase({ path, ...options })),
    async [Symbol.asyncDispose]() {
      await last;
      database.close();
    },
  };
}

async function inTransaction<TResult>(
  begin: string,
  database: DatabaseSync,
  action: () => Promise<TResult>,
): Promise<TResult> {
  database.exec(begin);
  try {
    const result = await action();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
