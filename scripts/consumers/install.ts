import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repository, runOrThrow } from '@erply-kit/tooling';

import { type PackedPackage, packPackages } from '../pack-packages.ts';

const npmInstall = ['npm', 'install', '--no-audit', '--no-fund', '--no-package-lock'];

/** Installs the tarballs for all projects below a folder, and what a TypeScript project has anyway; answers the tarballs. */
export async function installPackages(folder: string): Promise<readonly PackedPackage[]> {
  const packages = await packPackages(folder);
  const tarballs = packages.map(({ name, tarball }) => [`@erply-kit/${name}`, `file:${tarball}`]);
  const { typescript, '@types/node': nodeTypes } = (await manifestOf(repository)).devDependencies ?? {};
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { ...Object.fromEntries(tarballs), typescript, '@types/node': nodeTypes },
    // The tarballs name each other by version: every one of them must be the tarball.
    overrides: Object.fromEntries(packages.map(({ name }) => [`@erply-kit/${name}`, `$@erply-kit/${name}`])),
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  await runOrThrow(npmInstall, { cwd: folder });
  return packages;
}

/** Installs what a project names in its own package.json, each in an exact version, and answers those. */
export async function installTools(project: string): Promise<Readonly<Record<string, string>>> {
  await runOrThrow(npmInstall, { cwd: project });
  return (await manifestOf(project)).dependencies ?? {};
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}
