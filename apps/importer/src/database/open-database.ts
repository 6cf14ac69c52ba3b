import type { DatabaseAddress } from './database-address.ts';
import { DatabaseError } from './database-error.ts';
import type { Usable } from './judge-database.ts';
import type { SchemaChange } from './schema.ts';
import type { SqlDatabase } from './sql-database.ts';
import { lockSqliteFile } from './sqlite/lock-sqlite-file.ts';
import { examineSqliteFile, openSqliteFile, readSqliteFile } from './sqlite/open-sqlite-file.ts';
import { sqliteDatabase } from './sqlite/sqlite-database.ts';

interface WritingOptions {
  /** The account that is written to. */
  readonly clientCode: string;
  /** Is called when a database of an older schema has got what it lacked. */
  readonly onMigrated?: ((change: SchemaChange) => void) | undefined;
}

/**
 * Opens the importer's database for writing, as the only one who writes to the account until it is closed. Makes it and
 * its tables if need be; one of an older schema gets the tables that it lacks.
 *
 * @throws DatabaseError when it cannot be used, or another run is writing. It is as it was then.
 */
export async function openForWriting(
  address: DatabaseAddress,
  { clientCode, onMigrated }: WritingOptions,
): Promise<SqlDatabase> {
  // Most people have SQLite, and need not load the rest.
  if (address.kind === 'postgres')
    return (await import('./postgres/open-postgres.ts')).openPostgres(address, { clientCode, onMigrated });
  const { path } = address;
  // Looked at before anything is made beside it: it may be a file of somebody else.
  examineSqliteFile(path);
  const lock = lockSqliteFile(path);
  try {
    const database = sqliteDatabase(await openSqliteFile(path, onMigrated), path);
    return {
      ...database,
      async [Symbol.asyncDispose]() {
        await database[Symbol.asyncDispose]();
        lock[Symbol.dispose]();
      },
    };
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

/** Opens the database to look into it. @throws DatabaseError when there is nothing in it yet. */
export async function openForReading(address: DatabaseAddress): Promise<SqlDatabase> {
  if (address.kind === 'sqlite') return sqliteDatabase(readSqliteFile(address.path), address.path);
  const database = await openIfFilled(address);
  if (!database)
    throw new DatabaseError(address.label, 'has no tables of the importer; the command "run" makes them');
  return database;
}

/** Opens the database to look into it; undefined where there is nothing in it yet. */
export async function openIfFilled(address: DatabaseAddress): Promise<SqlDatabase | undefined> {
  if (address.kind === 'postgres') return (await import('./postgres/open-postgres.ts')).readPostgres(address);
  return isFilled(examineSqliteFile(address.path)) ? openForReading(address) : undefined;
}

const isFilled = (found: 'absent' | Usable): boolean => found === 'ready' || found === 'older';
