import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { hasEnded, ownProcess } from '@erply-kit/command-line';

/** No copy takes so long between two writes: what is older was left behind, also where nobody knows its process. */
const staleMs = 24 * 60 * 60 * 1000;

/** What a copy is called as long as this process writes it. */
export const unfinishedName = (target: string): string => `${target}.${ownProcess()}.tmp`;

/** Removes a copy, and the journal that SQLite leaves beside one that has failed. */
export function removeCopy(path: string): void {
  for (const file of [path, `${path}-journal`]) rmSync(file, { force: true });
}

/**
 * Removes copies to the same file that this process or ones that are gone have left behind: of this machine at once,
 * of any other after a day.
 */
export function removeUnfinished(target: string, now = Date.now()): void {
  const folder = dirname(target);
  const prefix = `${basename(target)}.`;
  for (const name of readdirSync(folder)) {
    const [, owner] = /^([\da-f-]+)\.tmp(?:-journal)?$/.exec(name.slice(prefix.length)) ?? [];
    if (!name.startsWith(prefix) || owner === undefined) continue;
    const path = join(folder, name);
    if (owner === ownProcess() || (hasEnded(owner) ?? isOld(path, now))) rmSync(path, { force: true });
  }
}

function isOld(path: string, now: number): boolean {
  const { mtimeMs = now } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return now - mtimeMs > staleMs;
}
