import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a copy is called as long as this process writes it. */
export const unfinishedName = (place: string): string => `${place}.${process.pid}.tmp`;

/** Removes a copy, and the journal that SQLite leaves beside one that has failed. */
export function removeCopy(path: string): void {
  for (const file of [path, `${path}-journal`]) rmSync(file, { force: true });
}

/** Removes copies to the same place that processes have left behind which are gone. */
export function removeUnfinished(place: string): void {
  const folder = dirname(place);
  const name = basename(place);
  for (const file of readdirSync(folder)) {
    const [, pid] = /^\.(\d+)\.tmp(?:-journal)?$/.exec(file.slice(name.length)) ?? [];
    if (!file.startsWith(name) || pid === undefined) continue;
    // Inside containers, one process often gets the number of the one before.
    if (Number(pid) === process.pid || !isRunning(Number(pid))) rmSync(join(folder, file), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
