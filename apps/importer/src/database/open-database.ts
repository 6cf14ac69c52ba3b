import type { SchemaChange } from './schema.ts';
import type { SqlDatabase } from './sql-database.ts';
import { openSqliteFile, readSqliteFile } from './sqlite/open-sqlite-file.ts';
import { sqliteDatabase } from './sqlite/sqlite-database.ts';

/**
 * Opens the importer's database for writing. Makes it and its tables if need be; one of an older schema gets the tables
 * that it lacks, and `onMigrated` is called.
 *
 * @throws DatabaseError when it cannot be used. It is as it was then.
 */
export const openDatabase = async (
  path: string,
  onMigrated?: (change: SchemaChange) => void,
): Promise<SqlDatabase> => sqliteDatabase(await openSqliteFile(path, onMigrated), path);

/** Opens the database to look into it; it must exist. */
export const openForReading = (path: string): SqlDatabase => sqliteDatabase(readSqliteFile(path), path);
