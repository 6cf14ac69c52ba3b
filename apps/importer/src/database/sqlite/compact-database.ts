import { once } from 'node:events';
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import { DatabaseError, explainError } from '../database-error.ts';

interface CompactOptions {
  readonly path: string;
  readonly signal: AbortSignal;
  /** Called several times a second with the bytes that are written. */
  readonly onProgress: (bytes: number) => void;
  /** How long to wait for readers. @default 5000 */
  readonly busyTimeoutMs?: number;
}

const progressMs = 200;

interface Ending {
  readonly isRead?: boolean;
  readonly failure?: { readonly message: string };
}

/**
 * Writes the database anew without its free pages, and empties the log beside it: nothing that was erased is left in
 * either. It needs as much free space as the database has, twice.
 *
 * @throws DatabaseError, also when somebody reads an older state of the database: then the file may still hold what was
 * erased, and this is to be done again.
 */
export async function compactDatabase(options: CompactOptions): Promise<void> {
  const { path, signal, onProgress, busyTimeoutMs = 5000 } = options;
  signal.throwIfAborted();
  const worker = new Worker(new URL('./compact-worker.ts', import.meta.url), {
    workerData: { path, busyTimeoutMs },
  });
  // All that is written goes through the log first.
  const sizeNow = () => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const timer = setInterval(() => onProgress(sizeNow()), progressMs);
  try {
    const [ending] = (await once(worker, 'message', { signal })) as [Ending];
    if (ending.failure) throw Object.assign(new Error('the database was not compacted'), ending.failure);
    if (ending.isRead)
      throw new DatabaseError(
        path,
        'another program is reading it, so its files may still hold what was erased; end that program, and run this again',
      );
  } catch (error) {
    throw explainError(error, path);
  } finally {
    clearInterval(timer);
  }
}
