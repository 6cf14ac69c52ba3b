import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const dump = readFileSync(new URL('./databases/schema-1.sql', import.meta.url), 'utf8');

/** Makes a database at a path as importers with schema 1 did, and gives back every row of every table. */
export function makeSchema1(path: string): Record<string, unknown[]> {
  using database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = WAL; BEGIN; ${dump}; COMMIT`);
  return rowsOf(database);
}

/** Every row of the tables that schema 1 has, with the columns that it has. */
export function rowsOf(database: DatabaseSync): Record<string, unknown[]> {
  const names = Array.from(dump.matchAll(/^CREATE TABLE (\w+)/gm), ([, name = '']) => name);
  using old = new DatabaseSync(':memory:');
  old.exec(dump);
  const columnsOf = (name: string) =>
    old
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(name)
      .map((column) => column.name)
      .join(', ');
  return Object.fromEntries(
    names.map((name) => [
      name,
      database.prepare(`SELECT ${columnsOf(name)} FROM ${name} ORDER BY 1, 2, 3`).all(),
    ]),
  );
}
