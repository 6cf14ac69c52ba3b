import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { pnpm } from '../pnpm.ts';
import { repository } from '../repository.ts';
import { runOrThrow } from '../run.ts';

/**
 * Writes the sources of a commit into a folder, with what its fake needs installed, and answers where they are. The
 * repository stays as it is: not even a worktree is noted in it.
 */
export async function sourcesAt(commit: string, folder: string): Promise<string> {
  const archive = join(folder, 'commit.tar');
  await runOrThrow(['git', 'archive', '--format=tar', '-o', archive, commit], { cwd: repository });
  const sources = join(folder, 'sources');
  await mkdir(sources);
  await runOrThrow(['tar', '-xf', archive, '-C', sources]);
  const options = [
    '--prefer-offline',
    '--frozen-lockfile',
    '--ignore-scripts',
    '--filter',
    '@erply-kit/mock...',
  ];
  await runOrThrow(pnpm('install', ...options), { cwd: sources, timeoutMs: 180_000 });
  return sources;
}
