import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** Compacts a database in a thread of its own: SQLite does it in one call, in which nothing else would be heard. */
const { path, busyTimeoutMs } = workerData as { readonly path: string; readonly busyTimeoutMs: number };

try {
  using database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  database.exec('PRAGMA secure_delete = ON; VACUUM');
  const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
  parentPort?.postMessage({ isRead: busy !== 0 });
} catch (error) {
  // What says which error it is would be lost on the way.
  const { message, code, errcode } = error as Error & { code?: string; errcode?: number };
  parentPort?.postMessage({ failure: { message, code, errcode } });
}
