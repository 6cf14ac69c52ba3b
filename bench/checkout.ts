import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { pnpm, runOrThrow, type TemporaryFolder, temporaryFolder } from '@erply-kit/tooling';

import { orSkip } from './or-skip.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** The sources as a commit has them, with what they need installed, outside the workspace. */
export interface Checkout extends Disposable {
  /** The folder of the sources. */
  readonly sources: string;
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
  await runOrThrow(['git', 'archive', '--format=tar', '-o', archive, commit], { cwd: repository });
  await mkdir(join(folder, 'sources'));
  await runOrThrow(['tar', '-xf', archive, '-C', join(folder, 'sources')]);
}

/**
 * The mock starts from its sources with its own dependencies; what builds the packages needs the whole workspace, its
 * Node and its compiler too. Where nothing can be downloaded, the package manager would try for longer than this.
 */
const installs = {
  mock: { options: ['--ignore-scripts', '--filter', '@erply-kit/mock...'], timeoutMs: 180_000 },
  workspace: { options: [], timeoutMs: 600_000 },
} as const;

async function install(folder: string, what: keyof typeof installs): Promise<void> {
  const { options, timeoutMs } = installs[what];
  const how = ['--prefer-offline', '--frozen-lockfile', ...options];
  await runOrThrow(pnpm('install', ...how), { cwd: folder, timeoutMs });
}

/** A commit's sources with what is needed. Throws `SkippedBench` where the history or the install cannot be had. */
export async function checkOut(commit: string, what: keyof typeof installs): Promise<Checkout> {
  const folder: TemporaryFolder = await temporaryFolder('bench');
  const sources = join(folder.path, 'sources');
  const short = commit.slice(0, 7);
  try {
    await orSkip(`commit ${short} is not in this history`, () => unpack(commit, folder.path));
    await orSkip(`what commit ${short} needs cannot be installed`, () => install(sources, what));
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
  return {
    sources,
    mock: (...options) => mockOfSources(sources, options),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
