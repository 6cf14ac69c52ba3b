import { DatabaseSync } from 'node:sqlite';

import { migrateDatabase } from '../src/database/migrate-database.ts';
import { allTables } from '../src/tables/all-tables.ts';

/** Migrates the database at a path, and is killed when all tables are made and nothing is committed. */
using database = new DatabaseSync(process.argv[2] ?? '');
const last = {
  name: 'last',
  since: 2,
  key: ['id'],
  get columns() {
    process.stdout.write(String(database.prepare('SELECT count(*) AS brands FROM brands').get()?.brands));
    process.kill(process.pid, 'SIGKILL');
    return {};
  },
};
await migrateDatabase(database, [...allTables, last]);
