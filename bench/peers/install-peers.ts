import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runOrThrow, temporaryFolder } from '@erply-kit/tooling';

import { orSkip } from '../or-skip.ts';

const programs = fileURLToPath(new URL('../programs', import.meta.url));

/** Where nothing can be downloaded, npm would try for minutes. */
const installTimeoutMs = 180_000;

/** A folder outside the workspace with these packages and the programs of the benches in it. */
export interface InstalledPeers extends Disposable {
  readonly folder: string;
}

async function install(packages: readonly string[], folder: string): Promise<void> {
  const manifest = { private: true, type: 'module' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const quick = ['--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'];
  const command = ['npm', 'install', ...quick, ...quiet, ...packages];
  await runOrThrow(command, { cwd: folder, timeoutMs: installTimeoutMs });
  await cp(programs, join(folder, 'programs'), { recursive: true });
}

/** Installs packages with npm. Throws `SkippedBench` where they cannot be had. */
export async function installPeers(packages: readonly string[]): Promise<InstalledPeers> {
  const temporary = await temporaryFolder('bench');
  try {
    await orSkip('the other fakes cannot be installed', () => install(packages, temporary.path));
  } catch (error) {
    temporary[Symbol.dispose]();
    throw error;
  }
  return { folder: temporary.path, [Symbol.dispose]: () => temporary[Symbol.dispose]() };
}
