import { availableParallelism } from 'node:os';

import { runOrThrow } from '@erply-kit/tooling';

/** What to put before a command to keep it on one core; nothing where the system cannot do that. */
export async function pinned(core: number): Promise<string[]> {
  if (availableParallelism() < 2) return [];
  return runOrThrow(['taskset', '-V']).then(
    () => ['taskset', '-c', String(core)],
    () => [],
  );
}
