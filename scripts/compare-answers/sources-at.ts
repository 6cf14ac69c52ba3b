import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { pnpm, repository, run, runOrThrow } from '@erply-kit/tooling';

/**
 * Writes the sources of a commit into a folder, with what its fake needs installed, and answers where they are. The
 * repository stays as it is: not even a worktree is noted in it. Throws `TypeError` when there is no such commit.
 */
export async function sourcesAt(commit: string, folder: string): Promise<string> {
  const named = await run(
    ['git', 'rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`],
    {
      cwd: repository,
    },
  );
  if (named.code !== 0) throw new TypeError(`--against ${commit}: there is no such commit`);
  const archive = join(folder, 'commit.tar');
  await runOrThrow(['git', 'archive', '--format=tar', '-o', archive, named.output.trim()], {
    cwd: repository,
  });
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
