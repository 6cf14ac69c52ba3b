import { openSqliteFile } from '../src/database/sqlite/open-sqlite-file.ts';
import { sqliteDatabase } from '../src/database/sqlite/sqlite-database.ts';
import { openSqlSink } from '../src/sink/open-sql-sink.ts';
import { productOf } from './product-of.ts';

/** Writes products into a database at each path until something is in the way, and prints what, on a line each. */
for (const path of process.argv.slice(2)) {
  try {
    await fill(path);
  } catch (error) {
    process.stdout.write(`${(error as Error).message}\n`);
  }
}

async function fill(path: string): Promise<void> {
  using database = await openSqliteFile(path);
  const sink = openSqlSink({
    database: sqliteDatabase(database, path),
    clientCode: '100001',
    clock: { now: () => 0 },
  });
  for (let id = 1; id <= 1000; id++) {
    await sink.commit({
      lane: 'products',
      generation: 1,
      rows: [sink.toRow('products', { id, record: productOf(id, 'x'.repeat(10_000)) }) ?? []].flat(),
      deletions: [],
      deadLetters: [],
      checkpoint: { phase: 'idle', generation: id },
      counters: { records: id, deletions: 0, deadLetters: 0 },
    });
  }
}
