import { DatabaseSync } from 'node:sqlite';

import { migrateSqlite } from '../src/database/sqlite/migrate-sqlite.ts';

/** A database whose process is killed when it is to commit. */
class DyingDatabase extends DatabaseSync {
  override exec(sql: string): void {
    if (sql.includes('COMMIT')) {
      process.stdout.write(JSON.stringify(this.prepare('SELECT count(*) AS brands FROM brands').get()));
      process.kill(process.pid, 'SIGKILL');
    }
    super.exec(sql);
  }
}

/** Migrates the database at a path, and is killed when all tables are made and nothing is committed. */
using database = new DyingDatabase(process.argv[2] ?? '');
await migrateSqlite(database);
