import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { repository } from '@erply-kit/tooling';

import { packageRules } from './package-rules.ts';

const folders = ['packages/mock', 'apps/importer', 'apps/stock-feed'];

/**
 * Vitest's global setup: packs each command into one file, `.bundle/cli.js` in its folder, as `erply-mock` is published.
 * Tests start some fifty of them as processes, and most of a start is finding and reading hundreds of modules. Only
 * `importer backup` cannot be tested so: its worker is a file of its own. A bundle is kept until something of it changes.
 */
export async function setup(): Promise<void> {
  await Promise.all(folders.map(bundle));
  // For the processes in which tests run: they start the sources where nothing was packed.
  process.env.TESTED_COMMAND = '.bundle/cli.js';
}

/** What decides where an import leads, beside the modules themselves. */
const resolution = [
  ...['pnpm-lock.yaml', 'scripts/bundle-tested-commands.ts'],
  ...Object.values(packageRules).map((rule) => `${rule.folder}/package.json`),
]
  .map((file) => join(repository, file))
  .filter(existsSync);

async function bundle(folder: string): Promise<void> {
  const file = join(repository, folder, '.bundle/cli.js');
  if (await isCurrent(file)) return;
  const startedMs = Date.now();
  const { rolldown } = await import('rolldown');
  const input = join(repository, folder, 'src/cli.ts');
  const built = await rolldown({ input, external: ['node-forge'], platform: 'node', logLevel: 'warn' });
  await built.write({ file, format: 'esm', codeSplitting: false });
  const files = [...resolution, ...(await built.watchFiles).filter(existsSync)];
  await built.close();
  const changedMs = await changesOf(files);
  // What changed meanwhile may or may not be in it: then it is made again next time.
  if (changedMs.every((ms) => ms < startedMs))
    await writeFile(`${file}.made-of.json`, JSON.stringify({ files, changedMs }));
}

const changesOf = (files: readonly string[]) =>
  Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));

/** Whether each file that a bundle was made of is there and unchanged since. */
async function isCurrent(file: string): Promise<boolean> {
  try {
    await stat(file);
    const { files, changedMs } = JSON.parse(await readFile(`${file}.made-of.json`, 'utf8'));
    return isDeepStrictEqual(await changesOf(files), changedMs);
  } catch {
    return false;
  }
}
