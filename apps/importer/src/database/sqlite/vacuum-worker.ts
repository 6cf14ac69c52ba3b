import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** Copies a database in a thread of its own: SQLite does it in one call, in which nothing else would be heard. */
const { from, to } = workerData as { readonly from: string; readonly to: string };

try {
  using database = new DatabaseSync(from, { readOnly: true });
  database.prepare('VACUUM INTO ?').run(to);
  parentPort?.postMessage(undefined);
} catch (error) {
  // What says which error it is would be lost on the way.
  const { message, code, errcode } = error as Error & { code?: string; errcode?: number };
  parentPort?.postMessage({ message, code, errcode });
}
