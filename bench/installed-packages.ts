import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { pnpm, runOrThrow, temporaryFolder } from '@erply-kit/tooling';

const repository = fileURLToPath(new URL('..', import.meta.url));
const programs = fileURLToPath(new URL('programs', import.meta.url));
const names = ['schemas', 'fixtures', 'mock', 'client', 'sync'] as const;
const apps = ['importer', 'stock-feed'] as const;

/** A folder outside the workspace with the built packages in it, as npm installs them for a user. */
export interface InstalledPackages extends Disposable {
  readonly folder: string;
  /** The path of one of the programs that the benches start. */
  program(name: string): string;
  /** The command `erply-mock` with these options. */
  mock(...options: string[]): string[];
  /** An app as it was built of the same sources; where they do not build it, the sources themselves. */
  app(name: (typeof apps)[number], ...options: string[]): string[];
}

const filtersOf = (some: readonly string[]) => some.flatMap((name) => ['--filter', `@erply-kit/${name}`]);

/** What programs of the benches need beside our packages, and where its version stands. */
async function versionOfPg(sources: string): Promise<Record<string, string>> {
  const manifest = JSON.parse(await readFile(join(sources, 'apps/importer/package.json'), 'utf8')) as {
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
  const { pg } = manifest.devDependencies ?? {};
  return pg === undefined ? {} : { pg };
}

interface Tarball {
  readonly name: string;
  readonly filename: string;
}

async function packAndInstall(sources: string, folder: string): Promise<void> {
  const pack = pnpm('--recursive', ...filtersOf(names), 'pack', '--pack-destination', folder, '--json');
  const packed = await runOrThrow(pack, { cwd: sources });
  // Whatever pnpm says before its JSON is skipped.
  const tarballs: readonly Tarball[] = JSON.parse(packed.slice(packed.indexOf('[\n')));
  const manifest = {
    private: true,
    type: 'module',
    dependencies: {
      ...(await versionOfPg(sources)),
      ...Object.fromEntries(tarballs.map(({ name, filename }) => [name, `file:${filename}`])),
    },
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
    await runOrThrow(pnpm('exec', 'turbo', 'run', 'build', ...filtersOf([...names, ...apps])), {
      cwd: sources,
    });
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
    app: (name, ...options) => [commandOf(join(sources, 'apps', name)), ...options],
    [Symbol.dispose]: () => temporary[Symbol.dispose](),
  };
}

function commandOf(folder: string): string {
  const built = join(folder, 'dist/cli.js');
  return existsSync(built) ? built : join(folder, 'src/cli.ts');
}
