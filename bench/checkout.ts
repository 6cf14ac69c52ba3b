import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runCommand } from './command.ts';
import { orSkip } from './or-skip.ts';
import { pnpm } from './pnpm.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** Where nothing can be downloaded, the package manager would try for minutes. */
const installTimeoutMs = 180_000;

/** The sources as a commit has them, with the dependencies of its mock, outside the workspace. */
export interface Checkout extends Disposable {
  /** The command `erply-mock` of these sources with these options. */
  mock(...options: string[]): string[];
}

/** `erply-mock` run from the sources of a repository. */
const mockOfSources = (folder: string, options: readonly string[]) => [
  join(folder, 'packages/mock/src/cli.ts'),
  '--port',
  '0',
  ...options,
];

/** `erply-mock` run from the sources as they are now. */
export const mockOfToday = (...options: string[]) => mockOfSources(repository, options);

/** Takes the commit out of the history without touching the repository: not even a worktree is noted in it. */
async function unpack(commit: string, folder: string): Promise<void> {
  const archive = join(folder, 'commit.tar');
  await runCommand(['git', 'archive', '--format=tar', '-o', archive, commit], { cwd: repository });
  await mkdir(join(folder, 'sources'));
  await runCommand(['tar', '-xf', archive, '-C', join(folder, 'sources')]);
}

async function installMock(folder: string): Promise<void> {
  const how = ['--prefer-offline', '--frozen-lockfile', '--ignore-scripts', '--filter', '@erply-kit/mock...'];
  await runCommand(pnpm('install', ...how), { cwd: folder, timeoutMs: installTimeoutMs });
}

/** A commit's mock, ready to start. Throws `SkippedBench` where the history or the install cannot be had. */
export async function checkOut(commit: string): Promise<Checkout> {
  const folder: TemporaryFolder = await temporaryFolder();
  const sources = join(folder.path, 'sources');
  const short = commit.slice(0, 7);
  try {
    await orSkip(`commit ${short} is not in this history`, () => unpack(commit, folder.path));
    await orSkip(`what commit ${short} needs cannot be installed`, () => installMock(sources));
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
  return {
    mock: (...options) => mockOfSources(sources, options),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
