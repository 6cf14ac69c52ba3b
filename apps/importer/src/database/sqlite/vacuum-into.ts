import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

interface Paths {
  readonly from: string;
  /** An empty file. */
  readonly to: string;
}

/**
 * Writes a copy of a database into a file: as it is now, without what readers and writers have beside it. Importing
 * goes on meanwhile.
 *
 * @throws the error of SQLite, or the signal's reason; then the copy may still be written on, into a file that nobody
 * has any use for.
 */
export async function vacuumInto(paths: Paths, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./vacuum-worker.ts', import.meta.url), { workerData: paths });
  const [failure] = (await once(worker, 'message', { signal })) as [object | undefined];
  if (failure) throw Object.assign(new Error('the copy failed'), failure);
}
