import type { DatabaseSync } from 'node:sqlite';

/** Whether the database has a table: one of an older schema does not have all of them. */
export const hasTable = (database: DatabaseSync, name: string): boolean =>
  database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;
