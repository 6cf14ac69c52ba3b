import { join } from 'node:path';

import { rolldown } from 'rolldown';

import { repository } from '@erply-kit/tooling';

const folders = ['packages/mock', 'apps/importer', 'apps/stock-feed'];

/**
 * Vitest's global setup: packs each command into one file, `.bundle/cli.js` in its folder, as `erply-mock` is published.
 * Tests start some fifty of them as processes, and most of a start is finding and reading hundreds of modules. Only
 * `importer backup` cannot be tested so: its worker is a file of its own.
 */
export async function setup(): Promise<void> {
  await Promise.all(folders.map(bundle));
  // For the processes in which tests run: they start the sources where nothing was packed.
  process.env.TESTED_COMMAND = '.bundle/cli.js';
}

async function bundle(folder: string): Promise<void> {
  const input = join(repository, folder, 'src/cli.ts');
  const built = await rolldown({ input, platform: 'node', logLevel: 'warn' });
  const file = join(repository, folder, '.bundle/cli.js');
  await built.write({ file, format: 'esm', codeSplitting: false });
  await built.close();
}
