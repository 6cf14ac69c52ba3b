import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type CallPlanOptions, paths, planCall } from './call-plan.ts';

/** Where the schemas say which tables' deletions Erply logs. */
const logFile = `${paths.calls}/log/logged-tables.ts`;

/**
 * Writes what a new call needs below the root of a repository.
 * @returns The files that a person fills in.
 * @throws Error in one sentence when the call cannot be made, or a file is in the way; nothing is written then.
 */
export async function writeCall(root: string, name: string, options: CallPlanOptions): Promise<string[]> {
  const read = (path: string) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
  const entries = await readdir(join(root, paths.calls), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const logged = [...(read(logFile) ?? '').matchAll(/'(\w+)'/g)].map(([, table = '']) => table);
  const plan = planCall(name, { folders, logged, read }, options);
  const taken = [...plan.toFillIn.keys()].find((path) => existsSync(join(root, path)));
  if (taken !== undefined) throw new Error(`${taken} is there already`);
  for (const [path, text] of [...plan.toFillIn, ...plan.indexes]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return [...plan.toFillIn.keys()];
}
