import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { logIn, readFirstPage } from './api.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { startServer } from './server-process.ts';

/** Writes a page of 100 products of the fake to a file, for the naive server to answer. */
export async function writeFirstPage(installed: InstalledPackages): Promise<string> {
  await using mock = await startServer(installed.mock('--products', '100000'));
  const file = join(installed.folder, 'page.json');
  await writeFile(file, await readFirstPage(mock.url, await logIn(mock.url)));
  return file;
}
