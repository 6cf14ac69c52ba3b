import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { pnpm, runOrThrow, temporaryFolder } from '@erply-kit/tooling';

const repository = fileURLToPath(new URL('..', import.meta.url));
const programs = fileURLToPath(new URL('programs', import.meta.url));
const names = ['schemas', 'fixtures', 'mock', 'client', 'sync'] as const;

/** A folder outside the workspace with the built packages in it, as npm installs them for a user. */
export interface InstalledPackages extends Disposable {
  readonly folder: string;
  /** The path of one of the programs that the benches start. */
  program(name: string): string;
  /** The command `erply-mock` with these options. */
  mock(...options: string[]): string[];
  /** An app as it is published: bundled, from the sources that the packages were built of. */
  app(name: 'importer' | 'stock-feed', ...options: string[]): string[];
}

const filtersOf = (packages: readonly string[]) =>
  packages.flatMap((name) => ['--filter', `@erply-kit/${name}`]);
const filters = filtersOf(names);
const appFilters = filtersOf(['importer', 'stock-feed']);

interface Tarball {
  readonly name: string;
  readonly filename: string;
}

async function packAndInstall(sources: string, folder: string): Promise<void> {
  const pack = pnpm('--recursive', ...filters, 'pack', '--pack-destination', folder, '--json');
  const packed = await runOrThrow(pack, { cwd: sources });
  // Whatever pnpm says before its JSON is skipped.
  const tarballs: readonly Tarball[] = JSON.parse(packed.slice(packed.indexOf('[\n')));
  const manifest = {
    private: true,
    type: 'module',
    dependencies: Object.fromEntries(tarballs.map(({ name, filename }) => [name, `file:${filename}`])),
    // The tarballs name each other by version: every one of them must be the tarball.
    overrides: Object.fromEntries(tarballs.map(({ name }) => [name, `$${name}`])),
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await runOrThrow(['npm', 'install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder });
}

/** Builds and packs the packages of these sources, and installs the tarballs with npm. */
export async function installPackages(sources = repository): Promise<InstalledPackages> {
  const temporary = await temporaryFolder('bench');
  const folder = temporary.path;
  try {
    await runOrThrow(pnpm('exec', 'turbo', 'run', 'build', ...filters, ...appFilters), { cwd: sources });
    await packAndInstall(sources, folder);
    await cp(programs, join(folder, 'programs'), { recursive: true });
  } catch (error) {
    temporary[Symbol.dispose]();
    throw error;
  }
  return {
    folder,
    program: (name) => join(folder, 'programs', `${name}.js`),
    mock: (...options) => [join(folder, 'node_modules/.bin/erply-mock'), '--port', '0', ...options],
    app: (name, ...options) => [join(sources, 'apps', name, 'dist/cli.js'), ...options],
    [Symbol.dispose]: () => temporary[Symbol.dispose](),
  };
}
